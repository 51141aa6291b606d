#include "sizes.hpp"

#include "postgres.hpp"
#include "shop.hpp"

#include <algorithm>
#include <stdexcept>

namespace bench {

namespace {

class Sampler {
public:
    Sampler(const Shop& shop, const std::string& database) : connection_(database), marketplace_(shop.marketplace()) {}

    /// What the call of that key with one line wrote and, if there is one, that with two.
    CallSize size(const std::string& one, const std::string& two) const {
        const Row first = row(one);
        const Row second = two.empty() ? first : row(two);
        return {grown(first.body, second.body), grown(first.answer, second.answer), grown(first.events, second.events)};
    }

private:
    struct Row {
        std::size_t body, answer, events;
    };

    static Growing grown(std::size_t one, std::size_t two) { return {one, two > one ? two - one : 0}; }

    Row row(const std::string& key) const {
        const Rows rows = connection_.run("SELECT octet_length(body::text), octet_length(answer::text), "
                                          "octet_length(events::text) FROM calls WHERE marketplace = '" +
                                          marketplace_ + "' AND key = '" + key + "'");
        if (rows.size() != 1)
            throw std::runtime_error("the library wrote " + std::to_string(rows.size()) + " rows about one call");
        const auto size = [&](int column) { return static_cast<std::size_t>(rows.number(0, column)); };
        return {size(0), size(1), size(2)};
    }

    const Connection connection_;
    const std::string marketplace_;
};

struct Keys {
    std::string place, cancelled, cancel, fulfill;
};

Keys trade(Seller& caller, Ids& ids, const Lines& lines) {
    Keys keys{ids.next(), ids.next(), ids.next(), ids.next()};
    caller.place(keys.place, lines);
    caller.place(keys.cancelled, lines);
    caller.cancel(keys.cancel, keys.cancelled, lines);
    caller.fulfill(keys.fulfill, keys.place, lines);
    return keys;
}

}  // namespace

RowSizes measure_sizes(const Shop& shop, const std::string& database, const std::vector<std::string>& variants) {
    const Sellers caller = shop.caller();
    Ids ids;
    const Line first{"1", variants.front(), 1};
    const std::string received = ids.next();
    caller->receive(received, first);
    const Keys one = trade(*caller, ids, {first});
    const Keys two = variants.size() < 2 ? Keys{} : trade(*caller, ids, {first, {"2", variants[1], 1}});
    const Sampler sampler(shop, database);
    return {.place = sampler.size(one.place, two.place),
            .cancel = sampler.size(one.cancel, two.cancel),
            .fulfill = sampler.size(one.fulfill, two.fulfill),
            .receive = sampler.size(received, {})};
}

std::string filled(std::size_t bytes, const std::string& id, const Lines& lines) {
    if (bytes < 2) return {};
    std::string text = "\"" + id;
    for (std::size_t i = 0; text.size() < bytes; ++i) {
        const Line& line = lines[i % lines.size()];
        text += ",line:" + line.line + ",variant:" + line.variant + ",quantity:" + std::to_string(line.quantity) +
                ",warehouse:main,allocated:1,waiting:0,shipped:0,cancelled:0";
    }
    text.resize(bytes - 1);
    return text + '"';
}

}  // namespace bench
