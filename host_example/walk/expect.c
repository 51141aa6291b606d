#include "expect.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned current_step;
static unsigned met;

void expect_begin(unsigned step) { current_step = step; }

unsigned expectations_met(void) { return met; }

static void fail(const char* format, ...) {
    va_list values;
    va_start(values, format);
    fflush(stdout);
    fprintf(stderr, "host_walk: step %u: ", current_step);
    vfprintf(stderr, format, values);
    fprintf(stderr, "\n");
    va_end(values);
    exit(EXIT_FAILURE);
}

static const char* message_of(const struct answer* answer) {
    return answer->error == NULL ? "" : answer->api->error_message(answer->error);
}

static const char* name_of(const struct answer* answer, bo_status status) {
    return status == BO_OK ? "BO_OK" : answer->api->status_name(status);
}

void expect_status(const struct answer* answer, bo_status wanted) {
    if (answer->status != wanted) {
        fail("expected %s, was answered %s (%d) %s", name_of(answer, wanted), name_of(answer, answer->status),
             (int)answer->status, message_of(answer));
    }
    ++met;
}

void expect_rows(const struct answer* answer, uint32_t table, size_t wanted) {
    const size_t found = answer->api->result_rows(answer->result, table);
    if (found != wanted) fail("expected %zu rows of table %" PRIu32 ", found %zu", wanted, table, found);
    ++met;
}

void expect_number(const struct answer* answer, uint32_t column, size_t row, int64_t wanted) {
    const int64_t* numbers = answer->api->result_int64(answer->result, column);
    if (numbers == NULL)
        fail("the answer has no number column %#" PRIx32, column);
    else if (numbers[row] != wanted)
        fail("expected %" PRId64 " in column %#" PRIx32 ", row %zu, found %" PRId64, wanted, column, row, numbers[row]);
    ++met;
}

static int text_is(const struct answer* answer, uint32_t column, size_t row, const char* wanted) {
    const uint64_t* offsets = NULL;
    const char* bytes = answer->api->result_text(answer->result, column, &offsets);
    if (bytes == NULL) {
        fail("the answer has no text column %#" PRIx32, column);
        return 0;
    }
    const size_t length = (size_t)(offsets[row + 1] - offsets[row]);
    return length == strlen(wanted) && memcmp(bytes + offsets[row], wanted, length) == 0;
}

void expect_text(const struct answer* answer, uint32_t column, size_t row, const char* wanted) {
    if (!text_is(answer, column, row, wanted))
        fail("expected \"%s\" in column %#" PRIx32 ", row %zu", wanted, column, row);
    ++met;
}

void expect_replayed(const struct answer* answer) {
    if (!answer->api->result_replayed(answer->result)) fail("expected the first answer again, marked as replayed");
    ++met;
}

void expect_detail(const struct answer* answer, const char* key, const char* wanted) {
    const size_t rows = answer->api->error_rows(answer->error);
    const char* text = NULL;
    for (size_t row = 0; row < rows; ++row) {
        if (!answer->api->error_detail(answer->error, row, key, &text) || strcmp(text, wanted) != 0) continue;
        ++met;
        return;
    }
    fail("expected a detail %s = %s, found %s", key, wanted, answer->api->error_json(answer->error));
}

size_t expect_row(const struct answer* answer, uint32_t table, uint32_t column, const char* wanted) {
    const size_t rows = answer->api->result_rows(answer->result, table);
    for (size_t row = 0; row < rows; ++row) {
        if (!text_is(answer, column, row, wanted)) continue;
        ++met;
        return row;
    }
    fail("expected a row with \"%s\" in column %#" PRIx32, wanted, column);
    return 0;
}
