#pragma once
// What single operations demand beyond the types of their members.

#include "service/request/findings.hpp"
#include "service/request/requests.hpp"

namespace backorder {

void check_operation(const SettingsSet& asked, Findings& findings);
void check_operation(const PolicySet& asked, Findings& findings);
void check_operation(const ThresholdSet& asked, Findings& findings);
void check_operation(const WarehouseUpsert& asked, Findings& findings);
void check_operation(const CatalogUpsert& asked, Findings& findings);
void check_operation(const StockQuery& asked, Findings& findings);
void check_operation(const AvailabilityQuery& asked, Findings& findings);
void check_operation(const QueueQuery& asked, Findings& findings);
void check_operation(const Receive& asked, Findings& findings);
void check_operation(const Count& asked, Findings& findings);
void check_operation(const Transfer& asked, Findings& findings);
void check_operation(const Place& asked, Findings& findings);
void check_operation(const Cancel& asked, Findings& findings);
void check_operation(const Fulfill& asked, Findings& findings);
void check_operation(const CancelFulfillment& asked, Findings& findings);
void check_operation(const Reassign& asked, Findings& findings);
void check_operation(const EventsPull& asked, Findings& findings);
void check_operation(const EventsAcknowledge& asked, Findings& findings);
void check_operation(const LedgerQuery& asked, Findings& findings);
void check_operation(const Verify& asked, Findings& findings);
void check_operation(const PlaceBatch& asked, Findings& findings);
void check_operation(const WarehousesQuery& asked, Findings& findings);
void check_operation(const ProductsQuery& asked, Findings& findings);
void check_operation(const VariantsQuery& asked, Findings& findings);
void check_operation(const OpenOrdersQuery& asked, Findings& findings);
inline void check_operation(const SettingsGet&, Findings&) {}
inline void check_operation(const OrderQuery&, Findings&) {}
inline void check_operation(const Shippable&, Findings&) {}

}  // namespace backorder
