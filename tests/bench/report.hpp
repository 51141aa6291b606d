#pragma once
// What came of the cases, as a table and as JSON.

#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// What a ratio has to reach, or may not pass.
struct Target {
    double ratio = 0;
    bool at_least = true;
};

struct Row {
    std::string name;
    std::string unit{};
    std::optional<double> value{}, floor{};  ///< no value: the case did not run, the note says why
    std::optional<Target> target{};          ///< of the ratio, or of the value where there is no floor
    std::vector<std::pair<std::string, double>> more{};
    std::string note{};

    std::optional<double> ratio() const;
    std::optional<bool> met() const;
};

/// One line of the table; the first one is its head.
void print_head(std::ostream& out);
void print_row(std::ostream& out, const Row& row);

/// All on one line.
std::string as_json(const std::vector<Row>& rows);

}  // namespace bench
