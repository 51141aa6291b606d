// A caller of the library's C interface.

#include "shop.hpp"

namespace bench {

namespace {

class LibrarySeller : public Seller {
public:
    explicit LibrarySeller(const Shop& shop)
        : api_(shop.api()), handle_(shop.handle().get()), host_(shop.host()), operator_(shop.the_operator()),
          host_call_(host_.get()), operator_call_(operator_.get()) {}

    void place(const std::string& order, const Lines& lines) override {
        lines_.clear();
        for (const Line& line : lines) lines_.push_back(backorder::order_line(line.line, line.variant, line.quantity));
        bo_order given{};
        given.struct_size = sizeof given;
        given.order = order.data();
        given.order_length = order.size();
        given.lines = lines_.data();
        given.line_count = lines_.size();
        done("place",
             [&](auto result, auto error) { return api_->place(handle_, &host_call_, &given, result, error); });
    }

    void cancel(const std::string& key, const std::string& order, const Lines&) override {
        const bo_call call = keyed(host_call_, key);
        done("cancel", [&](auto result, auto error) {
            return api_->cancel(handle_, &call, order.data(), order.size(), nullptr, 0, result, error);
        });
    }

    void fulfill(const std::string& key, const std::string& order, const Lines& lines) override {
        const bo_call call = keyed(operator_call_, key);
        units_.clear();
        for (const Line& line : lines) units_.push_back(backorder::units(line.line, line.quantity, warehouse));
        done("fulfill", [&](auto result, auto error) {
            return api_->fulfill(handle_, &call, order.data(), order.size(), units_.data(), units_.size(), 0, result,
                                 error);
        });
    }

    void receive(const std::string& key, const Line& goods) override {
        const bo_call call = keyed(operator_call_, key);
        const bo_receipt item = backorder::receipt(goods.variant, warehouse, goods.quantity);
        done("receive",
             [&](auto result, auto error) { return api_->receive(handle_, &call, &item, 1, result, error); });
    }

private:
    static bo_call keyed(bo_call call, const std::string& key) {
        call.idempotency_key = key.data();
        call.idempotency_key_length = key.size();
        return call;
    }

    template <class Ask>
    void done(const char* what, const Ask& ask) {
        bo_result* result = nullptr;
        bo_error* error = nullptr;
        must(api_, ask(&result, &error), error, what);
        api_->result_free(result);
    }

    const bo_api* api_;
    bo_backorder* handle_;
    const backorder::call host_, operator_;
    const bo_call host_call_, operator_call_;
    std::vector<bo_order_line> lines_;
    std::vector<bo_order_units> units_;
};

}  // namespace

Sellers Shop::caller() const { return std::make_unique<LibrarySeller>(*this); }

}  // namespace bench
