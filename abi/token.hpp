#pragma once
// What a bo_token stands for.

#include "service/request/context.hpp"

#include <backorder/backorder.h>

struct bo_token {
    backorder::Token state;
};

// A signal handler may cancel it.
static_assert(decltype(backorder::Token::cancelled)::is_always_lock_free);
