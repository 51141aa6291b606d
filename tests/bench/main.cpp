// How fast the library is, beside what a careful host would write by hand.

#include "cases.hpp"
#include "costs.hpp"
#include "options.hpp"

#include <algorithm>
#include <exception>
#include <iostream>
#include <string_view>

namespace {

bool chosen(const bench::Setting& setting, const bench::Case& one) {
    if (setting.names.empty()) return !one.only_when_named;
    return std::find(setting.names.begin(), setting.names.end(), one.name) != setting.names.end();
}

/// Whether all of them ran.
bool run(const bench::Setting& setting) {
    if (setting.costs) {
        bench::print_costs(setting, std::cout);
        return true;
    }
    bool all_ran = true;
    std::vector<bench::Row> rows;
    bench::print_head(std::cout);
    for (const bench::Case& one : bench::all_cases()) {
        if (!chosen(setting, one)) continue;
        try {
            for (const bench::Row& row : one.run(setting)) {
                bench::print_row(std::cout, row);
                rows.push_back(row);
            }
        } catch (const std::exception& error) {
            std::cerr << "bench: " << one.name << ": " << error.what() << '\n';
            rows.push_back({.name = one.name, .note = error.what()});
            all_ran = false;
        }
    }
    if (setting.json) std::cout << bench::as_json(rows) << '\n';
    return all_ran;
}

void list() {
    for (const bench::Case& one : bench::all_cases())
        std::cout << "  " << one.name << std::string(14 - std::string_view(one.name).size(), ' ') << one.what
                  << (one.only_when_named ? " (only when named, or with --all)" : "") << '\n';
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc == 2 && std::string_view(argv[1]) == "--list") {
            list();
            return 0;
        }
        return run(bench::read_options(argc, argv)) ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << "bench: " << error.what() << '\n';
        return 2;
    }
}
