#pragma once
// Every case there is.

#include "report.hpp"
#include "setting.hpp"

#include <vector>

namespace bench {

struct Case {
    const char* name;
    const char* what;
    bool only_when_named;
    std::vector<Row> (*run)(const Setting& setting);
};

std::vector<Row> run_hot(const Setting& setting);
std::vector<Row> run_hot256(const Setting& setting);
std::vector<Row> run_async(const Setting& setting);
std::vector<Row> run_batch(const Setting& setting);
std::vector<Row> run_prefork(const Setting& setting);
std::vector<Row> run_spread(const Setting& setting);
std::vector<Row> run_held(const Setting& setting);
std::vector<Row> run_mixed(const Setting& setting);
std::vector<Row> run_single(const Setting& setting);
std::vector<Row> run_first_answer(const Setting& setting);
std::vector<Row> run_availability(const Setting& setting);

std::vector<Row> run_import(const Setting& setting);
std::vector<Row> run_restock(const Setting& setting);
std::vector<Row> run_door(const Setting& setting);
std::vector<Row> run_languages(const Setting& setting);
std::vector<Row> run_growth(const Setting& setting);

/// Of a case whose functions came later than the library.
inline constexpr const char* not_there = "not in this library";

const std::vector<Case>& all_cases();

}  // namespace bench
