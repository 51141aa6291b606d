#include "support/raw_host.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>

namespace backorder::test {

namespace {

bo_call as_c(const RawCall& call) {
    bo_call given{};
    given.struct_size = sizeof given;
    given.role = call.role;
    given.permissions = call.permissions;
    given.marketplace = call.marketplace.data();
    given.marketplace_length = call.marketplace.size();
    given.seller = call.seller.data();
    given.seller_length = call.seller.size();
    given.idempotency_key = call.key.data();
    given.idempotency_key_length = call.key.size();
    given.timeout_ms = call.timeout_ms;
    given.token = call.token;
    return given;
}

std::string item(const std::string& variant, const std::string& warehouse, const std::string& rest) {
    return "{'items': [{'variant': '" + variant + "', 'warehouse': '" + warehouse + "', " + rest + "}]}";
}

/// With a key of this process.
RawCall by_operator(const std::string& marketplace) {
    static std::atomic<int> last = 0;
    RawCall call = raw_operator("raw " + std::to_string(++last));
    call.marketplace = marketplace;
    return call;
}

}  // namespace

RawHost::RawHost(const std::string& database, const RawConfig& config) {
    const std::string text = raw_config(database, config);
    bo_error* error = nullptr;
    RawReply reply;
    const bo_status status = bo_open(text.data(), text.size(), &handle_, &error);
    reply.take(status, nullptr, error);
    if (reply.status != BO_OK) throw std::runtime_error("bo_open: " + to_string(reply));
}

RawHost::~RawHost() { bo_close(handle_); }

RawReply RawHost::call_bytes(const RawCall& call, const std::string& operation, std::string_view request) const {
    const bo_call given = as_c(call);
    bo_result* result = nullptr;
    bo_error* error = nullptr;
    RawReply reply;
    const bo_status status = bo_call_json(handle_, &given, operation.data(), operation.size(), request.data(),
                                          request.size(), &result, &error);
    reply.take(status, result, error);
    return reply;
}

RawReply RawHost::call(const RawCall& call, const std::string& operation, const std::string& request) const {
    std::string text = request;
    std::ranges::replace(text, '\'', '"');
    return call_bytes(call, operation, text);
}

RawReply RawHost::must(const RawCall& call, const std::string& operation, const std::string& request) const {
    RawReply reply = this->call(call, operation, request);
    return reply.status == BO_OK ? reply : throw std::runtime_error(operation + ": " + to_string(reply));
}

std::string RawHost::logs() const {
    bo_result* result = nullptr;
    bo_error* error = nullptr;
    RawReply reply;
    const bo_status status = bo_logs(handle_, &result, &error);
    reply.take(status, result, error);
    return reply.json();
}

void raw_furnish(const RawHost& host, int variants, const std::string& marketplace) {
    std::string list;
    for (int i = 0; i < variants; ++i)
        list += (i > 0 ? ", " : "") + std::string("{'product': 'p', 'variant': 'v") + std::to_string(i) + "'}";
    host.must(by_operator(marketplace), "warehouse_upsert",
              "{'items': [{'warehouse': 'a', 'priority': 1}, {'warehouse': 'b', 'priority': 2}, {'warehouse': 'c', "
              "'priority': 3}]}");
    host.must(by_operator(marketplace), "catalog_upsert",
              "{'products': [{'product': 'p', 'seller': 's'}], 'variants': [" + list + "]}");
    host.must(by_operator(marketplace), "settings_set", "{'backorders_enabled': true}");
    host.must(by_operator(marketplace), "policy_set", "{'items': [{'product': 'p', 'policy': 'allow'}]}");
}

void raw_stock(const RawHost& host, const std::string& variant, const std::string& warehouse, std::int64_t units,
               std::int64_t threshold, const std::string& marketplace) {
    host.must(by_operator(marketplace), "threshold_set",
              item(variant, warehouse, "'threshold': " + std::to_string(threshold)));
    if (units > 0) {
        host.must(by_operator(marketplace), "receive",
                  item(variant, warehouse, "'quantity': " + std::to_string(units)));
    }
}

std::string raw_differences(const RawHost& host, const std::string& marketplace) {
    RawCall call = raw_operator();
    call.marketplace = marketplace;
    const RawReply reply = host.must(call, "verify");
    return reply.integer(BO_COL_VERIFY_DIFFERENCES) == 0 ? "" : reply.json();
}

std::int64_t raw_rows(const RawHost& host) {
    const RawReply reply = host.must(raw_operator(), "verify");
    return reply.integer(BO_COL_VERIFY_STOCK_RECORDS) + reply.integer(BO_COL_VERIFY_PARTS) +
           reply.integer(BO_COL_VERIFY_LEDGER_ROWS);
}

}  // namespace backorder::test
