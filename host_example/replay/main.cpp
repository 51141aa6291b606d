// A host in C++: places the orders of a file in their order and reports what was promised, waits and was covered.

#include "invoices.hpp"
#include "replay.hpp"
#include "report.hpp"

#include <cstdint>
#include <exception>
#include <iostream>
#include <limits>
#include <stdexcept>
#include <string>

namespace {

/// So that no sum of the shop or of the report passes 2^63 - 1.
void check_opening_stock(const replay::Options& options, const std::vector<replay::Invoice>& invoices) {
    const auto most = std::numeric_limits<std::int64_t>::max() - replay::units_moved(invoices);
    const auto piles = static_cast<std::int64_t>(2 * replay::stock_codes(invoices).size());
    if (piles > 0 && options.opening_stock > most / piles)
        throw std::runtime_error("--opening-stock may be at most " + std::to_string(most / piles) + " for " +
                                 options.file);
}

int run(const replay::Options& options) {
    const auto invoices = replay::read_invoices(options.file);
    check_opening_stock(options, invoices);
    replay::Shop shop(options.library, options.database);
    std::cout << "Marketplace " << shop.marketplace() << ": " << invoices.size() << " invoices of " << options.file
              << '\n';
    const replay::Outcome outcome = replay::Replay(shop, options, invoices).run();
    report(std::cout, outcome, options);
    const replay::Verified verified = shop.verify();
    report(std::cout, verified);
    return verified.differences == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    std::string problem;
    const auto options = replay::read_options(argc, argv, problem);
    if (!options) {
        std::cerr << "host_replay: " << problem << '\n' << replay::usage;
        return 2;
    }
    try {
        return run(*options);
    } catch (const backorder::error& error) {
        std::cerr << "host_replay: " << error.status_name() << ": " << error.what() << '\n';
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "host_replay: " << error.what() << '\n';
        return 1;
    }
}
