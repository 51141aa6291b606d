#pragma once
// What a bo_token stands for.

#include "service/context.hpp"

#include <backorder/backorder.h>

struct bo_token {
    backorder::Token state;
};
