// The proof from the rows alone, page by page: everything that is compared is found by the id of a variant, of a record
// or of an order.

#include "service/request/cursors.hpp"
#include "service/request/operations.hpp"
#include "service/verbs/question.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace backorder {

namespace {

using std::chrono::milliseconds;

/// As many steps a page as take about a tenth of a second, and never long beside the time there is.
class PageSize {
public:
    std::int64_t steps() const { return steps_; }

    void took(Clock::duration time) {
        if (time < slow / 4) steps_ = std::min(steps_ * 2, most);
        if (time > slow) steps_ = std::max<std::int64_t>(steps_ / 2, 1);
    }

private:
    static constexpr std::int64_t most = 10'000;
    static constexpr milliseconds slow{200};
    std::int64_t steps_ = 200;
};

class Verification {
public:
    Verification(const Context& context, const Verify& request, VerifyCursor cursor)
        : context_(context), scope_{context.seller, request.variant, request.warehouse}, cursor_(std::move(cursor)),
          left_(request.limit == 0 ? std::numeric_limits<std::int64_t>::max() : request.limit),
          until_(Clock::now() + context.budget.left() / 2) {}

    Answer run(Work& work) {
        if (cursor_.total == 0 && !of_seller()) cursor_.total = total(work);
        do page(work);
        while (!done_ && left_ > 0 && Clock::now() < until_);
        return answer();
    }

private:
    /// A seller is not told how much there is of others, nor where it lies.
    bool of_seller() const { return !scope_.seller.empty(); }
    bool narrowed() const { return !scope_.variant.empty() || !scope_.warehouse.empty(); }

    std::int64_t total(Work& work) const {
        if (!scope_.variant.empty()) return 1;
        const VerifyExtent extent = work.verify_extent(context_.marketplace);
        return extent.variants + (narrowed() ? 0 : extent.orders);
    }

    void page(Work& work) {
        const Clock::time_point start = Clock::now();
        const std::int64_t limit = std::min(size_.steps(), left_);
        const VerifiedPage page = read(work, limit);
        size_.took(Clock::now() - start);
        add(page);
        left_ -= page.steps;
        if (cursor_.stage != VerifyStage::ledger) cursor_.checked += page.steps;
        cursor_.last = page.last;
        if (page.steps < limit) end_stage();
    }

    VerifiedPage read(Work& work, std::int64_t limit) {
        switch (cursor_.stage) {
        case VerifyStage::records: return records(work, limit);
        case VerifyStage::ledger: return work.verify_ledger(context_.marketplace, scope_, cursor_.last, limit);
        case VerifyStage::orders: return work.verify_orders(context_.marketplace, scope_, cursor_.last, limit);
        }
        return {};
    }

    /// Where only some variants are asked about, so are only their orders.
    VerifiedPage records(Work& work, std::int64_t limit) {
        VerifiedPage page = work.verify_records(context_.marketplace, scope_, cursor_.last, limit);
        if (!page.records.empty()) add(work.verify_orders_of(context_.marketplace, scope_, page.records));
        return page;
    }

    void end_stage() {
        cursor_.last.clear();
        done_ = narrowed() || cursor_.stage == VerifyStage::orders;
        if (!done_)
            cursor_.stage =
                cursor_.stage == VerifyStage::records && !of_seller() ? VerifyStage::ledger : VerifyStage::orders;
    }

    void add(const VerifiedPage& page) {
        found_.stock_records += page.stock_records;
        found_.parts += page.parts;
        found_.ledger_rows += page.ledger_rows;
        found_.differences.insert(found_.differences.end(), page.differences.begin(), page.differences.end());
    }

    Answer answer() {
        constexpr auto place = [](const Difference& one) {
            return std::tie(one.what, one.variant, one.warehouse, one.order, one.line);
        };
        std::ranges::sort(found_.differences, {}, place);
        Answer answer;
        answer.table(tables::verify)
            .add({found_.stock_records, found_.parts, found_.ledger_rows,
                  static_cast<std::int64_t>(found_.differences.size()), done_ ? std::string() : cursor_.text(),
                  cursor_.checked, of_seller() ? 0 : std::max(cursor_.checked, cursor_.total)});
        Table& table = answer.table(tables::differences);
        for (const Difference& one : found_.differences)
            table.add({one.what, one.variant, one.warehouse, one.order, one.line, one.expected, one.found});
        return answer;
    }

    const Context& context_;
    const VerifyScope scope_;
    VerifyCursor cursor_;
    std::int64_t left_;
    const Clock::time_point until_;
    PageSize size_;
    bool done_ = false;
    VerifiedPage found_;
};

}  // namespace

Outcome<Answer> Operation<Verify>::handle(Store& store, const Context& context, const Verify& request) {
    const auto cursor = verify_cursor_from(request.after);
    const bool of_others = cursor && cursor->stage == VerifyStage::ledger && !context.seller.empty();
    if (!cursor || of_others)
        return Refusal{Status::argument,
                       "after is no place of a verification; take it from the answer's `next`",
                       {{{"field", std::string("after")}}}};
    return ask(store, context,
               [&](Work& work) -> Outcome<Answer> { return Verification(context, request, *cursor).run(work); });
}

}  // namespace backorder
