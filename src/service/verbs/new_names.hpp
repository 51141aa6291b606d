#pragma once
// Ids and keys that nothing has yet. What was named by an older version keeps its name and is used by it.

#include "domain/refusal.hpp"
#include "service/request/context.hpp"
#include "service/store.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace backorder {

/// Status::text if something new can't have that id; `field` is where it is said.
std::optional<Refusal> unfit_name(std::string_view field, const std::string& id);

/// Of the key a call is recorded under, which may be an order's id.
std::optional<Refusal> unfit_key(const CallKey& key);

/// Of a marketplace in which there is nothing yet.
std::optional<Refusal> unfit_marketplace(Work& work, const Context& context);

/// Of a consumer that has acknowledged nothing yet.
std::optional<Refusal> unfit_consumer(Work& work, const Context& context, const std::string& scope,
                                      const std::string& consumer);

/// Sellers are not registered: they are there with their first product or warehouse.
class NewSellers {
public:
    NewSellers(Work& work, const Context& context) : work_(work), context_(context) {}

    std::optional<Refusal> unfit(std::string_view field, const std::string& seller);

private:
    bool is_known(const std::string& seller);

    Work& work_;
    const Context& context_;
    std::map<std::string, bool> known_;
};

}  // namespace backorder
