#pragma once
// Answers that come in pages, each with the cursor to the next.

#include "service/answer/answer.hpp"
#include "service/request/context.hpp"
#include "service/store.hpp"

#include <algorithm>

namespace backorder {

/// The most rows that a page passes over, for they are another seller's or nobody waits there. Then the page ends
/// early, maybe empty, and says that there is more.
inline constexpr std::int64_t most_looked_at = 10'000;

/// The seller whose rows are listed: a seller's own; others name one, or list all.
Outcome<std::string> seller_asked(const Context& context, const std::string& seller);

Refusal no_page_cursor();

/// `found` was asked for one row more than the limit, which shows whether there is more.
template <class Row, class Add, class Cursor>
Answer page(const Listing<Row>& found, const TableSpec& table, std::int64_t limit, const std::string& after, Add add,
            Cursor cursor) {
    const std::size_t shown = std::min(found.rows.size(), static_cast<std::size_t>(limit));
    Answer answer;
    Table& rows = answer.table(table);
    for (std::size_t i = 0; i < shown; ++i) add(rows, found.rows[i]);
    const bool more_rows = shown < found.rows.size();
    const bool more = more_rows || !found.looked_up_to.empty();
    std::string next = shown == 0 ? after : cursor(found.rows[shown - 1]);
    if (!more_rows && more) next = found.looked_up_to;
    answer.table(tables::cursor).add({next, more});
    return answer;
}

}  // namespace backorder
