#include "service/request/operations.hpp"

#include <boost/mp11/algorithm.hpp>

namespace backorder {

std::string_view operation_name(const Request& request) {
    return std::visit([]<class Asked>(const Asked&) { return Operation<Asked>::name; }, request);
}

std::optional<Request> new_request(std::string_view operation) {
    std::optional<Request> request;
    boost::mp11::mp_for_each<Request>([&]<class Asked>(const Asked& blank) {
        if (Operation<Asked>::name == operation) request.emplace(blank);
    });
    return request;
}

}  // namespace backorder
