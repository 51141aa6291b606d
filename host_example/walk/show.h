/* What a person sees. */
#ifndef WALK_SHOW_H
#define WALK_SHOW_H

#include "shop.h"

enum { SHOW_MOST_COLUMNS = 16 };
enum show_kind { SHOW_TEXT, SHOW_NUMBER, SHOW_FLAG };

struct show_column {
    const char* title;
    uint32_t column;
    enum show_kind kind;
};

/* Colour only on a terminal, and not if NO_COLOR is set. */
void show_begin(void);
void show_title(unsigned number, const char* title);
void show_note(const char* format, ...) __attribute__((format(printf, 1, 2)));
void show_summary(const char* format, ...) __attribute__((format(printf, 1, 2)));

/* Who tried what, and the refusal in words: status, message and each thing it is about. */
void show_refusal(const char* attempt, const struct answer* answer);

/* The table's rows in aligned columns. */
void show_table(const struct answer* answer, uint32_t table, const struct show_column* columns, size_t count);

#define SHOW_TABLE(answer, table, columns) show_table(answer, table, columns, sizeof columns / sizeof *columns)

#endif
