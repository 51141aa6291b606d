#pragma once
// What each operation does. Context and request are checked, the actor is authorised.

#include "service/answer/answer.hpp"
#include "service/request/context.hpp"
#include "service/verbs/mutation.hpp"
#include "service/request/requests.hpp"
#include "service/store.hpp"

#include <memory>

namespace backorder {

bool is_mutation(const Request& request);

/// What may be left behind by it: questions and dry runs write nothing, an acknowledgement moves a cursor.
bool may_write(const Request& request);

/// Answers a question. Throws std::logic_error if it is none.
Outcome<Answer> handle(Store& store, const Context& context, const Request& question);

/// The mutation that is asked for; none if the request is a question or is made of several. Borrows both.
std::unique_ptr<Mutation> make_mutation(const Context& context, const Request& request);

// Questions.
// settings.cpp
Outcome<Answer> handle(Store& store, const Context& context, const SettingsGet& request);
// stock.cpp
Outcome<Answer> handle(Store& store, const Context& context, const StockQuery& request);
// availability.cpp
Outcome<Answer> handle(Store& store, const Context& context, const AvailabilityQuery& request);
// orders.cpp
Outcome<Answer> handle(Store& store, const Context& context, const OrderQuery& request);
// shippable.cpp
Outcome<Answer> handle(Store& store, const Context& context, const Shippable& request);
// event_pages.cpp
Outcome<Answer> handle(Store& store, const Context& context, const EventsPull& request);
Outcome<Answer> handle(Store& store, const Context& context, const EventsAcknowledge& request);
// history.cpp
Outcome<Answer> handle(Store& store, const Context& context, const QueueQuery& request);
Outcome<Answer> handle(Store& store, const Context& context, const LedgerQuery& request);
Outcome<Answer> handle(Store& store, const Context& context, const Verify& request);
// lists.cpp
Outcome<Answer> handle(Store& store, const Context& context, const WarehousesQuery& request);
Outcome<Answer> handle(Store& store, const Context& context, const ProductsQuery& request);
Outcome<Answer> handle(Store& store, const Context& context, const VariantsQuery& request);
Outcome<Answer> handle(Store& store, const Context& context, const OpenOrdersQuery& request);

// Mutations.
// settings.cpp
std::unique_ptr<Mutation> mutation(const Context& context, const SettingsSet& request);
// policies.cpp
std::unique_ptr<Mutation> mutation(const Context& context, const PolicySet& request);
// thresholds.cpp
std::unique_ptr<Mutation> mutation(const Context& context, const ThresholdSet& request);
// catalog.cpp
std::unique_ptr<Mutation> mutation(const Context& context, const WarehouseUpsert& request);
std::unique_ptr<Mutation> mutation(const Context& context, const CatalogUpsert& request);
// goods.cpp
std::unique_ptr<Mutation> mutation(const Context& context, const Receive& request);
std::unique_ptr<Mutation> mutation(const Context& context, const Count& request);
std::unique_ptr<Mutation> mutation(const Context& context, const Transfer& request);
// place.cpp
std::unique_ptr<Mutation> mutation(const Context& context, const Place& request);
// orders.cpp
std::unique_ptr<Mutation> mutation(const Context& context, const Cancel& request);
std::unique_ptr<Mutation> mutation(const Context& context, const Reassign& request);
// fulfillment.cpp
std::unique_ptr<Mutation> mutation(const Context& context, const Fulfill& request);
std::unique_ptr<Mutation> mutation(const Context& context, const CancelFulfillment& request);

}  // namespace backorder
