#include "batches.hpp"

namespace bench {

namespace {

class Batch {
public:
    Batch(const Shop& shop, Baskets baskets) : shop_(shop), baskets_(std::move(baskets)) {}

    std::size_t place(std::size_t count) {
        write(count);
        const backorder::call host = shop_.host();
        const bo_call call = host.get();
        bo_result* result = nullptr;
        bo_error* error = nullptr;
        must(shop_.api(),
             shop_.api()->place_batch(shop_.handle().get(), &call, orders_.data(), orders_.size(), &result, &error),
             error, "place_batch");
        shop_.api()->result_free(result);
        return count;
    }

private:
    /// Texts first: what borrows from them comes when none of them moves any more.
    void write(std::size_t count) {
        keys_.clear();
        wanted_.clear();
        for (std::size_t i = 0; i < count; ++i) {
            keys_.push_back(ids_.next());
            wanted_.push_back(baskets_());
        }
        lines_.clear();
        for (const Lines& lines : wanted_)
            for (const Line& line : lines)
                lines_.push_back(backorder::order_line(line.line, line.variant, line.quantity));
        orders_.assign(count, bo_order{});
        std::size_t at = 0;
        for (std::size_t i = 0; i < count; ++i) {
            orders_[i].struct_size = sizeof(bo_order);
            orders_[i].order = keys_[i].data();
            orders_[i].order_length = keys_[i].size();
            orders_[i].lines = &lines_[at];
            orders_[i].line_count = wanted_[i].size();
            at += wanted_[i].size();
        }
    }

    const Shop& shop_;
    Baskets baskets_;
    Ids ids_;
    std::vector<std::string> keys_;
    std::vector<Lines> wanted_;
    std::vector<bo_order_line> lines_;
    std::vector<bo_order> orders_;
};

}  // namespace

bool can_batch(const Shop& shop) { return shop.has(&bo_api::place_batch); }

Work placing_batches(const Shop& shop, Baskets baskets, std::size_t orders) {
    const auto batch = std::make_shared<Batch>(shop, std::move(baskets));
    return [batch, orders] { return batch->place(orders); };
}

}  // namespace bench
