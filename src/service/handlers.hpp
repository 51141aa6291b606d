#pragma once
// One handler an operation: it finds context and request checked and the actor authorised.

#include "service/answer.hpp"
#include "service/context.hpp"
#include "service/requests.hpp"
#include "service/store.hpp"

namespace backorder {

// settings.cpp
Outcome<Answer> handle(Store& store, const Context& context, const SettingsGet& request);
Outcome<Answer> handle(Store& store, const Context& context, const SettingsSet& request);
// policies.cpp
Outcome<Answer> handle(Store& store, const Context& context, const PolicySet& request);
// thresholds.cpp
Outcome<Answer> handle(Store& store, const Context& context, const ThresholdSet& request);
// catalog.cpp
Outcome<Answer> handle(Store& store, const Context& context, const WarehouseUpsert& request);
Outcome<Answer> handle(Store& store, const Context& context, const CatalogUpsert& request);
// stock.cpp
Outcome<Answer> handle(Store& store, const Context& context, const StockQuery& request);
// availability.cpp
Outcome<Answer> handle(Store& store, const Context& context, const AvailabilityQuery& request);
// goods.cpp
Outcome<Answer> handle(Store& store, const Context& context, const Receive& request);
Outcome<Answer> handle(Store& store, const Context& context, const Count& request);
Outcome<Answer> handle(Store& store, const Context& context, const Transfer& request);
// place.cpp
Outcome<Answer> handle(Store& store, const Context& context, const Place& request);
// orders.cpp
Outcome<Answer> handle(Store& store, const Context& context, const Cancel& request);
Outcome<Answer> handle(Store& store, const Context& context, const Reassign& request);
Outcome<Answer> handle(Store& store, const Context& context, const OrderQuery& request);
// fulfillment.cpp
Outcome<Answer> handle(Store& store, const Context& context, const Shippable& request);
Outcome<Answer> handle(Store& store, const Context& context, const Fulfill& request);
Outcome<Answer> handle(Store& store, const Context& context, const CancelFulfillment& request);
// event_pages.cpp
Outcome<Answer> handle(Store& store, const Context& context, const EventsPull& request);
Outcome<Answer> handle(Store& store, const Context& context, const EventsAcknowledge& request);
// history.cpp
Outcome<Answer> handle(Store& store, const Context& context, const QueueQuery& request);
Outcome<Answer> handle(Store& store, const Context& context, const LedgerQuery& request);
Outcome<Answer> handle(Store& store, const Context& context, const Verify& request);

}  // namespace backorder
