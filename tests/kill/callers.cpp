#include "kill/callers.hpp"

#include <array>
#include <chrono>
#include <random>

namespace backorder::test {

namespace {

constexpr int verb_count = 8;

struct Request {
    std::string operation, text;
};

std::string one_item(const std::string& variant, const std::string& rest) {
    return "{'items': [{'variant': '" + variant + "', " + rest + "}]}";
}

/// Always the same for the same number. A caller places an order, then does with it what can be done, among others'
/// work.
Request request_of(const CallNumber& number) {
    std::mt19937 random(static_cast<unsigned>(number.caller * 1'000'003 + number.call));
    const std::string variant = "v" + std::to_string(random() % 3), units = std::to_string(1 + random() % 3);
    const int verb = number.call % verb_count;
    const std::string order = "'order': '" + key_of({number.caller, number.call - verb}) + "'";
    const std::array<Request, verb_count> requests{
        {{"place", "{" + order + ", 'lines': [{'line': '1', 'variant': '" + variant +
                       "', 'quantity': 3}, {'line': '2', 'variant': 'v0', " + "'quantity': " + units + "}]}"},
         {"receive", one_item(variant, "'warehouse': 'a', 'quantity': " + units)},
         {"cancel", "{" + order + ", 'lines': [{'line': '1', 'quantity': 1}]}"},
         {"fulfill", "{" + order + ", 'entries': [{'line': '1', 'warehouse': 'a', 'quantity': 1}]}"},
         {"transfer", one_item(variant, "'from': 'b', 'to': 'a', 'quantity': 1")},
         {"cancel_fulfillment", "{" + order + ", 'fulfillment': 1}"},
         {"reassign", "{" + order + ", 'line': '1', 'from': 'a', 'to': 'b', 'quantity': 1}"},
         {"count", one_item(variant, "'warehouse': 'b', 'on_hand': 1" + units)}}};
    return requests[static_cast<std::size_t>(verb)];
}

bool is_of_domain(bo_status status) { return status == BO_OK || (status >= 200 && status < 300); }

bool is_of_absence(bo_status status) {
    return status == BO_E_UNAVAILABLE || status == BO_E_TIMEOUT || status == BO_E_IN_DOUBT;
}

}  // namespace

void furnish_for_callers(const RawHost& host) {
    raw_furnish(host, 3);
    for (const char* variant : {"v0", "v1", "v2"}) {
        raw_stock(host, variant, "a", 50, 1'000'000);
        raw_stock(host, variant, "b", 50, 1'000'000);
    }
}

Callers::Callers(const RawHost& host, const Journal& journal) : host_(host), journal_(journal) {
    for (int caller = 0; caller < caller_count; ++caller)
        threads_.emplace_back([this, caller, first = journal.next_call(caller)] { run(caller, first); });
}

Callers::~Callers() { stop(); }

void Callers::run(int caller, int first_call) {
    for (int call = first_call; acknowledge({caller, call}); ++call) {
    }
}

bool Callers::acknowledge(const CallNumber& number) {
    const Request request = request_of(number);
    RawCall call = raw_operator(request.operation == "place" ? "" : key_of(number));
    while (!stopping_) {
        const RawReply reply = host_.call(call, request.operation, request.text);
        if (is_of_domain(reply.status)) {
            journal_.note(number, reply.status);
            ++acknowledged_;
            return true;
        }
        if (!is_of_absence(reply.status)) {
            untrue_[static_cast<std::size_t>(number.caller)] =
                request.operation + " " + key_of(number) + ": " + to_string(reply);
            return false;
        }
    }
    return false;
}

bool Callers::go_on() const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    const int enough = acknowledged_ + 2 * caller_count;
    while (acknowledged_ < enough && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return acknowledged_ >= enough;
}

std::string Callers::stop() {
    stopping_ = true;
    std::string all;
    for (std::size_t i = 0; i < threads_.size(); ++i) {
        threads_[i].join();
        all += untrue_[i];
    }
    threads_.clear();
    return all;
}

}  // namespace backorder::test
