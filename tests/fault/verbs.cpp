#include "fault/verbs.hpp"

#include <algorithm>

namespace backorder::test {

std::ostream& operator<<(std::ostream& out, const Verb& verb) { return out << verb.operation; }

const std::vector<Verb>& verbs() {
    static const std::vector<Verb> all{
        {"place",
         "{'order': 'new', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 2}, {'line': '2', 'variant': 'v1', "
         "'quantity': 1}]}",
         false, true},
        {"place_batch",
         "{'orders': [{'order': 'new', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 2}]},"
         " {'order': 'newer', 'lines': [{'line': '1', 'variant': 'v0', 'quantity': 1}]}]}",
         true, true},
        {"receive", "{'items': [{'variant': 'v0', 'warehouse': 'a', 'quantity': 1}, {'variant': 'v1', 'warehouse': "
                    "'c', 'quantity': 3}]}"},
        {"count", "{'items': [{'variant': 'v1', 'warehouse': 'a', 'on_hand': 0}]}"},
        {"transfer", "{'items': [{'variant': 'v1', 'from': 'a', 'to': 'c', 'quantity': 2}]}"},
        {"cancel", "{'order': 'waiting', 'lines': [{'line': '1', 'quantity': 3}]}"},
        {"fulfill", "{'order': 'waiting', 'entries': [{'line': '1', 'warehouse': 'a', 'quantity': 4}]}"},
        {"cancel_fulfillment", "{'order': 'shipped', 'fulfillment': 1}"},
        {"reassign", "{'order': 'waiting', 'line': '1', 'from': 'a', 'to': 'b', 'quantity': 1}"},
        {"threshold_set", "{'items': [{'variant': 'v0', 'warehouse': 'c', 'threshold': 3},"
                          " {'product': 'p', 'warehouse': 'b', 'threshold': 4}]}"},
        {"policy_set", "{'items': [{'variant': 'v1', 'policy': 'deny'}]}"},
        {"settings_set", "{'backorders_enabled': false}"},
        {"warehouse_upsert", "{'items': [{'warehouse': 'a', 'active': false}, {'warehouse': 'd'}]}"},
        {"catalog_upsert", "{'variants': [{'variant': 'v2', 'product': 'p'}]}"}};
    return all;
}

const Verb& verb(const std::string& operation) { return *std::ranges::find(verbs(), operation, &Verb::operation); }

}  // namespace backorder::test
