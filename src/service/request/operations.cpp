#include "service/request/operations.hpp"

#include <boost/mp11/tuple.hpp>

namespace backorder {

std::string_view operation_name(const Request& request) {
    return std::visit(
        []<class Asked>(const Asked&) { return std::get<Operation<Asked>>(operations).name; }, request);
}

std::optional<Request> new_request(std::string_view operation) {
    std::optional<Request> request;
    boost::mp11::tuple_for_each(operations, [&]<class Asked>(const Operation<Asked>& known) {
        if (known.name == operation)
            request.emplace(Asked{});
    });
    return request;
}

}  // namespace backorder
