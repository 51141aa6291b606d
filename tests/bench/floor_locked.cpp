#include "floor.hpp"
#include "floor_sql.hpp"
#include "postgres.hpp"

#include <stdexcept>

namespace bench {

namespace {

class Locked : public Seller {
public:
    explicit Locked(const Counter& counter)
        : connection_(counter.database), marketplace_(counter.marketplace), size_(counter.sizes.place) {
        pin_plans(connection_);
        connection_.prepare("begin", "BEGIN");
        connection_.prepare("lock", "SELECT on_hand - allocated FROM stock WHERE marketplace = $1 AND variant = $2 AND "
                                    "warehouse = $3 FOR UPDATE");
        connection_.prepare("write", place_one_line(""));
        connection_.prepare("commit", "COMMIT");
    }

    void place(const std::string& order, const Lines& lines) override {
        const Line& line = lines.at(0);
        const std::string units = std::to_string(line.quantity);
        const std::string body = filled(size_.body.bytes(1), order, lines);
        const std::string answer = filled(size_.answer.bytes(1), order, lines);
        const std::string events = filled(size_.events.bytes(1), order, lines);
        connection_.run_prepared("begin");
        const Rows locked = connection_.run_prepared("lock", {marketplace_.c_str(), line.variant.c_str(), warehouse});
        if (locked.size() != 1 || locked.number(0, 0) < line.quantity)
            throw std::runtime_error("locked floor: out of stock");
        connection_.run_prepared("write", {marketplace_.c_str(), order.c_str(), line.variant.c_str(), warehouse,
                                           units.c_str(), body.c_str(), answer.c_str(), events.c_str()});
        connection_.run_prepared("commit");
    }

    void cancel(const std::string&, const std::string&, const Lines&) override { refuse(); }
    void fulfill(const std::string&, const std::string&, const Lines&) override { refuse(); }
    void receive(const std::string&, const Line&) override { refuse(); }

private:
    [[noreturn]] static void refuse() { throw std::logic_error("the locked floor only places orders"); }

    const Connection connection_;
    const std::string marketplace_;
    const CallSize size_;
};

}  // namespace

Sellers locked_floor(const Counter& counter) { return std::make_unique<Locked>(counter); }

}  // namespace bench
