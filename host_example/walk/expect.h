/* The walk is a test too: each expectation that is not met ends the program with 1 and a line saying so. */
#ifndef WALK_EXPECT_H
#define WALK_EXPECT_H

#include "shop.h"

void expect_begin(unsigned step);
unsigned expectations_met(void);

void expect_status(const struct answer* answer, bo_status wanted);
void expect_rows(const struct answer* answer, uint32_t table, size_t wanted);
void expect_number(const struct answer* answer, uint32_t column, size_t row, int64_t wanted);
void expect_text(const struct answer* answer, uint32_t column, size_t row, const char* wanted);
void expect_replayed(const struct answer* answer);

/* A detail of one of the things that the refusal is about. */
void expect_detail(const struct answer* answer, const char* key, const char* wanted);

/* The row whose text column says so. */
size_t expect_row(const struct answer* answer, uint32_t table, uint32_t column, const char* wanted);

#endif
