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

/// Status::text if nothing new may have that id. `field`: where the request says it.
std::optional<Refusal> unfit_name(std::string_view field, const std::string& id);

/// The same of the key a call is recorded under, which may be an order's id.
std::optional<Refusal> unfit_key(const CallKey& key);

/// The same of the marketplace, if nothing is in it yet.
std::optional<Refusal> unfit_marketplace(Work& work, const Context& context);

/// The same of a consumer that has acknowledged nothing yet.
std::optional<Refusal> unfit_consumer(Work& work, const Context& context, const std::string& scope,
                                      const std::string& consumer);

/// The same of sellers. A seller is new while it has neither product nor warehouse; sellers are not registered.
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
