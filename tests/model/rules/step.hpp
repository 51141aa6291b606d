#pragma once
// One call: who asks what, where and under which key. As text it is a line of JSON.

#include "support/door.hpp"

#include <boost/json.hpp>

#include <string>
#include <vector>

namespace backorder::test::model {

struct Step {
    std::string market;  ///< a short name; who carries the step out makes a marketplace of it
    Actor actor{};
    std::string operation;
    std::string key{};
    bool typed = false;  ///< through the header's function instead of the JSON door
    json::object request{};
};

using Script = std::vector<Step>;

json::object to_json(const Step& step);
Step step_from(const json::object& shown);

/// A line for each step.
std::string to_text(const Script& script);

}  // namespace backorder::test::model
