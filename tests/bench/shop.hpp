#pragma once
// The library on a database, and a marketplace to sell on.

#include "seller.hpp"
#include "setting.hpp"

#include <backorder/backorder.hpp>

#include <string>
#include <vector>

namespace bench {

/// Throws what the error says.
void must(const bo_api* api, bo_status status, bo_error* error, const char* what);

class Shop {
public:
    /// Installs the tables where they are missing.
    Shop(const Setting& setting, const std::string& database, const std::string& marketplace, unsigned pool_size = 8);

    /// Variants of one seller at one warehouse, with room for backorders without end.
    void furnish(const std::vector<std::string>& variants, std::int64_t on_hand) const;

    Sellers caller() const;

    /// Finds the ledger, the parts and the counters in order, or throws.
    void verify() const;

    const backorder::handle& handle() const { return handle_; }
    const bo_api* api() const { return handle_.api(); }
    const std::string& marketplace() const { return marketplace_; }
    backorder::call host() const { return backorder::call::host_of(marketplace_).timeout(patience); }
    backorder::call the_operator() const;

    /// Whether a function that came later is there.
    template <class Function>
    bool has(Function bo_api::*entry) const {
        const auto* end = reinterpret_cast<const char*>(&(api()->*entry) + 1);
        return api()->struct_size >= static_cast<std::size_t>(end - reinterpret_cast<const char*>(api())) &&
               api()->*entry != nullptr;
    }

private:
    static constexpr std::chrono::minutes patience{10};

    void ask(const backorder::call& as, const char* operation, const std::string& request) const;
    void ask_in_batches(const backorder::call& as, const char* operation, const char* member,
                        const std::vector<std::string>& variants, const std::string& before,
                        const std::string& after) const;

    std::string marketplace_;
    backorder::handle handle_;
};

/// "variant-000000" and so on.
std::vector<std::string> numbered_variants(unsigned count);

}  // namespace bench
