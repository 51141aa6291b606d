#include "expect.h"
#include "show.h"
#include "steps.h"

#include <stdio.h>
#include <string.h>

struct text {
    const char* bytes;
    int length;
};

static struct text text_at(const struct answer* answer, uint32_t column, size_t row) {
    const uint64_t* offsets = NULL;
    const char* bytes = answer->api->result_text(answer->result, column, &offsets);
    const struct text found = {bytes + offsets[row], (int)(offsets[row + 1] - offsets[row])};
    return found;
}

static int is_end_of_value(char c, int depth) { return depth == 0 && (c == ',' || c == '}' || c == ']'); }

/* The value of a member of a JSON object, as it is written; empty if there is none. Ids of the walk hold no brackets.
 */
static struct text member(struct text json, const char* quoted_name) {
    struct text value = {json.bytes, 0};
    int depth = 0;
    for (int at = 0; at + (int)strlen(quoted_name) < json.length; ++at) {
        if (strncmp(json.bytes + at, quoted_name, strlen(quoted_name)) != 0)
            continue;
        value.bytes = json.bytes + at + strlen(quoted_name) + 1;
        break;
    }
    if (value.bytes == json.bytes)
        return value;
    while (value.bytes + value.length < json.bytes + json.length) {
        const char c = value.bytes[value.length];
        if (is_end_of_value(c, depth))
            break;
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        ++value.length;
    }
    return value;
}

static void show_event(const struct answer* answer, size_t row) {
    const struct text type = text_at(answer, BO_COL_EVENTS_TYPE, row);
    const struct text warehouse = text_at(answer, BO_COL_EVENTS_WAREHOUSE, row);
    const struct text order = text_at(answer, BO_COL_EVENTS_ORDER, row);
    const struct text body = text_at(answer, BO_COL_EVENTS_BODY, row);
    const struct text before = member(body, "\"before\"");
    const struct text after = member(body, "\"after\"");
    show_note("%-23.*s %-8.*s %-8.*s %.*s → %.*s", type.length, type.bytes, warehouse.length, warehouse.bytes,
              order.length, order.bytes, before.length, before.bytes, after.length, after.bytes);
}

static void expect_types(const struct answer* answer) {
    static const char* const types[] = {"settings.changed",
                                        "policy.changed",
                                        "threshold.changed",
                                        "stock.out",
                                        "stock.back",
                                        "order.placed",
                                        "backorder.entered",
                                        "backorder.limit_reached",
                                        "backorder.below_limit",
                                        "backorder.covered",
                                        "fulfillment.created",
                                        "fulfillment.cancelled"};
    for (size_t i = 0; i < sizeof types / sizeof *types; ++i) {
        (void)expect_row(answer, BO_TABLE_EVENTS, BO_COL_EVENTS_TYPE, types[i]);
    }
}

void follow_the_events(struct shop* shop) {
    struct answer page = pull_events(shop, "mailer");
    expect_status(&page, BO_OK);
    const size_t rows = page.api->result_rows(page.result, BO_TABLE_EVENTS);
    show_note("%zu events so far; the first ones of each kind tell a mailer whom to write to:", rows);
    for (size_t row = 0; row < rows; ++row)
        show_event(&page, row);
    expect_types(&page);

    const struct text cursor = text_at(&page, BO_COL_CURSOR_CURSOR, 0);
    struct answer answer = acknowledge_events(shop, "mailer", cursor.bytes, (size_t)cursor.length);
    expect_status(&answer, BO_OK);
    answer_free(&answer);
    answer_free(&page);

    page = pull_events(shop, "mailer");
    expect_status(&page, BO_OK);
    expect_rows(&page, BO_TABLE_EVENTS, 0);
    show_note("Acknowledged up to the cursor; the next pull finds nothing new.");
    answer_free(&page);
}
