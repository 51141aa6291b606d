#pragma once
// Carries a script out on the library and on the model, and tells where they differ.

#include "model/rules/model.hpp"

#include <optional>
#include <string>

namespace backorder::test::model {

class Judge {
public:
    Judge();

    /// The first difference, or nothing. After every step all counters are compared, at the end everything there is,
    /// and what events told.
    std::optional<std::string> run(const Script& script);

private:
    using Difference = std::optional<std::string>;

    Difference compare(const Step& step);
    Difference compare_all(const Script& steps);
    Difference compare_told(const std::string& market);

    Script questions_after(const Step& step);
    Script questions_at_the_end(const std::string& market);

    const std::string prefix_;  ///< of the marketplaces, so that every script has its own
    Model model_;
    std::size_t step_ = 0;
};

}  // namespace backorder::test::model
