#pragma once
// Every operation by name.

#include "service/request/requests.hpp"

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace backorder {

template <class Request>
struct Operation {
    std::string_view name;
};

inline constexpr std::tuple operations{
    Operation<SettingsGet>{"settings_get"},
    Operation<SettingsSet>{"settings_set"},
    Operation<PolicySet>{"policy_set"},
    Operation<ThresholdSet>{"threshold_set"},
    Operation<WarehouseUpsert>{"warehouse_upsert"},
    Operation<CatalogUpsert>{"catalog_upsert"},
    Operation<StockQuery>{"stock"},
    Operation<AvailabilityQuery>{"availability"},
    Operation<QueueQuery>{"queue"},
    Operation<Receive>{"receive"},
    Operation<Count>{"count"},
    Operation<Transfer>{"transfer"},
    Operation<Place>{"place"},
    Operation<Cancel>{"cancel"},
    Operation<OrderQuery>{"order"},
    Operation<Shippable>{"shippable"},
    Operation<Fulfill>{"fulfill"},
    Operation<CancelFulfillment>{"cancel_fulfillment"},
    Operation<Reassign>{"reassign"},
    Operation<EventsPull>{"events"},
    Operation<EventsAcknowledge>{"events_acknowledge"},
    Operation<LedgerQuery>{"ledger"},
    Operation<Verify>{"verify"},
    Operation<PlaceBatch>{"place_batch"},
    Operation<WarehousesQuery>{"warehouses"},
    Operation<ProductsQuery>{"products"},
    Operation<VariantsQuery>{"variants"},
    Operation<OpenOrdersQuery>{"open_orders"},
};

static_assert(std::is_same_v<std::remove_const_t<decltype(operations)>,
                             boost::mp11::mp_transform<Operation, boost::mp11::mp_rename<Request, std::tuple>>>,
              "one operation for each request, in the variant's order");

std::string_view operation_name(const Request& request);

/// A request of that operation with nothing said yet; none if there is no such operation.
std::optional<Request> new_request(std::string_view operation);

}  // namespace backorder
