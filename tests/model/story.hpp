#pragma once
// Scripts for RapidCheck: made from a seed, and made shorter as long as they still fail.

#include "model/rules/step.hpp"

#include <rapidcheck.h>

#include <iosfwd>

namespace backorder::test::model {

struct Story {
    Script steps;
};

void showValue(const Story& story, std::ostream& to);

rc::Gen<Story> stories(std::size_t steps);

}  // namespace backorder::test::model
