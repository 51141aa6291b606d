#pragma once
// Writes scripts at random. It has a model at hand, so that most steps are about things that are there.

#include "model/dice.hpp"
#include "model/rules/model.hpp"

#include <cstdint>
#include <string>

namespace backorder::test::model {

class Author {
public:
    explicit Author(std::uint64_t seed) : dice_(seed) {}

    /// Two marketplaces with the same ids, furnished and then worked on in turn.
    Script write(std::size_t steps);

private:
    void furnish(const std::string& market);
    void say(Step step);

    Step next(const std::string& market);
    Step again();

    Actor someone(const std::string& operation);
    Actor wrong_one();
    std::string next_key() { return "key-" + std::to_string(++keys_); }

    Dice dice_;
    Model model_;
    Script script_;
    Script done_;  ///< the steps of it that changed something
    int keys_ = 0;
};

}  // namespace backorder::test::model
