// backorder.hpp - libbackorder for C++17: the C interface of backorder.h with owners, exceptions and views.
//
//   backorder::library library = backorder::library::load("libbackorder.so.1");
//   backorder::handle shop = library.open(R"({"database": "postgresql:///shop"})");
//   auto as = backorder::call::operator_of("main", BO_MANAGE_INVENTORY).key("delivery-17");
//   backorder::result moved = shop.receive(as, {backorder::receipt("mug-blue", "berlin", 12)});
//   std::int64_t on_hand = moved.integers(BO_COL_MOVES_ON_HAND)[0];
//
// Words, threads, fork and retries are as backorder.h says. A call that was refused throws backorder::error; a batch of
// which items were refused is answered by a result all the same: look at result::status() and result::refusal(). Views live
// as long as their result. An owner may be moved from; then it is only good for being destroyed or assigned to.
//
// A call that shall not wait is submitted; any function takes it and gives nothing back:
//
//   backorder::completions answers = library.new_completions();
//   shop.place(backorder::call::host_of("main").submit_to(answers, 17), order);
//   for (const backorder::completion& one : answers.pull(std::chrono::seconds(1)))
//       served(one.tag(), one.answer());
#ifndef BACKORDER_BACKORDER_HPP
#define BACKORDER_BACKORDER_HPP

#include <backorder/answers.hpp>
#include <backorder/backorder.h>
#include <backorder/calls.hpp>
#include <backorder/completions.hpp>

#include <dlfcn.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace backorder {

/// One open library handle. Safe from any thread.
class handle {
public:
    /// Takes the handle over.
    handle(const bo_api* api, bo_backorder* taken) noexcept : api_(api), handle_(taken, api->close) {}

    const bo_api* api() const noexcept { return api_; }
    bo_backorder* get() const noexcept { return handle_.get(); }

    /// Ends calls in flight and the handle: others answer BO_E_CLOSED from then on.
    void close() const noexcept { api_->close(get()); }

    result migrate(std::chrono::milliseconds timeout = std::chrono::milliseconds(0)) const {
        return run([&](auto out, auto why) { return api_->migrate(get(), timeout.count(), out, why); });
    }
    result logs() const {
        return run([&](auto out, auto why) { return api_->logs(get(), out, why); });
    }
    /// BO_POLL_
    int poll_fd(std::uint32_t what) const {
        std::int32_t fd = -1;
        bo_error* why = nullptr;
        if (const bo_status status = api_->poll_fd(get(), what, &fd, &why); status != BO_OK)
            throw error(api_, status, why);
        return fd;
    }

    /// Every operation there is, by name; the request is a JSON object.
    template <class As>
    typename As::answer json(const As& as, std::string_view operation, std::string_view request = {}) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->call_json(get(), who, operation.data(), operation.size(), request.data(), request.size(), out,
                                   why);
        });
    }

    template <class As>
    typename As::answer settings_get(const As& as) const {
        return run(as, [&](auto who, auto out, auto why) { return api_->settings_get(get(), who, out, why); });
    }
    /// flags: BO_DRY_RUN, here and below.
    template <class As>
    typename As::answer settings_set(const As& as, bool backorders_enabled, std::uint32_t flags = 0) const {
        const bo_settings settings{sizeof settings, flags, backorders_enabled ? 1U : 0U, 0};
        return run(as, [&](auto who, auto out, auto why) { return api_->settings_set(get(), who, &settings, out, why); });
    }
    template <class As>
    typename As::answer policy_set(const As& as, const std::vector<bo_policy>& items, std::uint32_t flags = 0) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->policy_set(get(), who, items.data(), items.size(), flags, out, why);
        });
    }
    template <class As>
    typename As::answer threshold_set(const As& as, const std::vector<bo_threshold>& items,
                                      std::uint32_t flags = 0) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->threshold_set(get(), who, items.data(), items.size(), flags, out, why);
        });
    }

    template <class As>
    typename As::answer stock(const As& as, const stock_query& asked) const {
        const texts variants(asked.variants), products(asked.products);
        const bo_stock_query query{sizeof query,          0,
                                   variants.bytes(),      variants.lengths(),
                                   variants.size(),       products.bytes(),
                                   products.lengths(),    products.size(),
                                   asked.warehouse.data(), asked.warehouse.size()};
        return run(as, [&](auto who, auto out, auto why) { return api_->stock(get(), who, &query, out, why); });
    }
    template <class As>
    typename As::answer availability(const As& as, const std::vector<bo_availability_item>& items) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->availability(get(), who, items.data(), items.size(), out, why);
        });
    }

    template <class As>
    typename As::answer receive(const As& as, const std::vector<bo_receipt>& items) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->receive(get(), who, items.data(), items.size(), out, why);
        });
    }
    template <class As>
    typename As::answer place(const As& as, const order& wanted_order) const {
        const texts warehouses(wanted_order.warehouses);
        const bo_order given = as_given(wanted_order, warehouses);
        return run(as, [&](auto who, auto out, auto why) { return api_->place(get(), who, &given, out, why); });
    }
    /// Each order is placed or refused for itself.
    template <class As>
    typename As::answer place_batch(const As& as, const std::vector<order>& wanted_orders) const {
        std::vector<texts> warehouses;
        std::vector<bo_order> given;
        warehouses.reserve(wanted_orders.size());
        given.reserve(wanted_orders.size());
        for (const order& one : wanted_orders)
            given.push_back(as_given(one, warehouses.emplace_back(one.warehouses)));
        return run(as, [&](auto who, auto out, auto why) {
            return api_->place_batch(get(), who, given.data(), given.size(), out, why);
        });
    }
    /// Without lines: all that is still open.
    template <class As>
    typename As::answer cancel(const As& as, std::string_view order_id,
                               const std::vector<bo_order_units>& lines = {}) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->cancel(get(), who, order_id.data(), order_id.size(), lines.data(), lines.size(), out, why);
        });
    }
    template <class As>
    typename As::answer shippable(const As& as, std::string_view order_id) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->shippable(get(), who, order_id.data(), order_id.size(), out, why);
        });
    }
    /// flags: BO_STRICT
    template <class As>
    typename As::answer fulfill(const As& as, std::string_view order_id, const std::vector<bo_order_units>& entries,
                                std::uint32_t flags = 0) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->fulfill(get(), who, order_id.data(), order_id.size(), entries.data(), entries.size(), flags, out,
                                 why);
        });
    }

    template <class As>
    typename As::answer events(const As& as, std::string_view consumer, std::string_view acknowledge = {},
                               std::int64_t limit = 0) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->events(get(), who, consumer.data(), consumer.size(), acknowledge.data(), acknowledge.size(),
                                limit, out, why);
        });
    }
    template <class As>
    typename As::answer events_acknowledge(const As& as, std::string_view consumer, std::string_view cursor) const {
        return run(as, [&](auto who, auto out, auto why) {
            return api_->events_acknowledge(get(), who, consumer.data(), consumer.size(), cursor.data(), cursor.size(),
                                            out, why);
        });
    }

private:
    /// Texts as C takes them; borrows the texts.
    class texts {
    public:
        explicit texts(const std::vector<std::string_view>& given) {
            for (const std::string_view text : given) {
                bytes_.push_back(text.data());
                lengths_.push_back(text.size());
            }
        }
        const char* const* bytes() const noexcept { return bytes_.data(); }
        const std::size_t* lengths() const noexcept { return lengths_.data(); }
        std::size_t size() const noexcept { return bytes_.size(); }

    private:
        std::vector<const char*> bytes_{};
        std::vector<std::size_t> lengths_{};
    };

    /// Borrows from both.
    static bo_order as_given(const order& wanted_order, const texts& warehouses) noexcept {
        return {sizeof(bo_order),
                0,
                wanted_order.id.data(),
                wanted_order.id.size(),
                wanted_order.priority,
                wanted_order.lines.data(),
                wanted_order.lines.size(),
                warehouses.bytes(),
                warehouses.lengths(),
                warehouses.size()};
    }

    template <class Ask>
    result run(Ask ask) const {
        bo_result* answered = nullptr;
        bo_error* refused = nullptr;
        const bo_status status = ask(&answered, &refused);
        if (answered == nullptr && status != BO_OK)
            throw error(api_, status, refused);
        return {api_, status, answered, refused};
    }
    template <class Ask>
    result run(const call& as, Ask ask) const {
        const bo_call who = as.get();
        return run([&](auto out, auto why) { return ask(&who, out, why); });
    }
    template <class Ask>
    void run(const submitted_call& as, Ask ask) const {
        const bo_call who = as.get();
        bo_result** const none = nullptr;
        bo_error* refused = nullptr;
        if (const bo_status status = ask(&who, none, &refused); status != BO_OK)
            throw error(api_, status, refused);
    }

    const bo_api* api_;
    std::unique_ptr<bo_backorder, bo_status (*)(bo_backorder*)> handle_;
};

/// The library as it was loaded or linked. Copies are the same one; it is never unloaded.
class library {
public:
    explicit library(const bo_api* api) noexcept : api_(api) {}

    /// By dlopen. std::runtime_error: not found, not loadable, or another interface version.
    static library load(const char* path) {
        void* const loaded = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        void* const symbol = loaded == nullptr ? nullptr : dlsym(loaded, "bo_get_api");
        if (symbol == nullptr)
            throw std::runtime_error(dlerror());
        return asked(reinterpret_cast<bo_status (*)(std::uint32_t, std::uint32_t, const bo_api**)>(symbol));
    }

    /// The one this program is linked with. std::runtime_error: another interface version.
    static library linked() { return asked(bo_get_api); }

    const bo_api* api() const noexcept { return api_; }
    const char* version() const noexcept { return api_->version(); }
    token new_token() const { return token(api_); }
    completions new_completions() const { return completions(api_); }

    /// config: the JSON object bo_open explains.
    handle open(std::string_view config) const {
        bo_backorder* opened = nullptr;
        bo_error* why = nullptr;
        if (const bo_status status = api_->open(config.data(), config.size(), &opened, &why); status != BO_OK)
            throw error(api_, status, why);
        return {api_, opened};
    }

private:
    static library asked(bo_status (*get_api)(std::uint32_t, std::uint32_t, const bo_api**)) {
        const bo_api* api = nullptr;
        if (get_api(BO_VERSION_MAJOR, BO_VERSION_MINOR, &api) != BO_OK)
            throw std::runtime_error("libbackorder has not the interface version this program was built for");
        return library(api);
    }

    const bo_api* api_;
};

}  // namespace backorder

#endif
