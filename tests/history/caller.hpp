#pragma once
// One thread's calls: random verbs on few records and few orders, and questions about one record in between.

#include "model/dice.hpp"
#include "model/rules/step.hpp"

#include <string>

namespace backorder::test::history {

class Caller {
public:
    Caller(std::string name, std::uint64_t seed) : name_(std::move(name)), dice_(seed) {}

    model::Step next(const std::string& marketplace);

private:
    model::Step verb();
    std::string some_order();

    const std::string name_;
    model::Dice dice_;
    model::Step last_;
    int calls_ = 0;
};

}  // namespace backorder::test::history
