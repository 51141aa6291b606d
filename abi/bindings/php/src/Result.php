<?php
declare(strict_types=1);

namespace Backorder;

/**
 * One answer: tables of columns, read a column at a time. What is read is copied: it stays good after close.
 *
 *     foreach ($stock->rows('stock') as $row) { echo $row['warehouse'], ': ', $row['backordered']; }
 */
final class Result
{
    private ?\FFI\CData $pointer;

    /** OK, or SOME_REFUSED where some items of a batch were: their outcomes are in its table. */
    public readonly Status $status;

    /** Whether this is the first answer given again to a repeated call. */
    public readonly bool $replayed;

    /** @internal */
    public function __construct(private readonly \FFI $library, int $status, \FFI\CData $pointer)
    {
        $this->status = Status::from($status);
        $this->replayed = $library->bo_result_replayed($pointer) === 1;
        $this->pointer = $pointer;
        Ending::closes($this);
    }

    public function __destruct()
    {
        $this->close();
    }

    /** Frees the library's memory now. */
    public function close(): void
    {
        if ($this->pointer !== null) {
            $this->library->bo_result_free($this->pointer);
            $this->pointer = null;
        }
    }

    /** The property of that name, which hosts of 1.1 call. */
    public function replayed(): bool
    {
        return $this->replayed;
    }

    /**
     * Names of the tables that have rows here.
     *
     * @return list<string>
     */
    public function tables(): array
    {
        return array_values(array_filter(array_keys(Abi::TABLES), fn ($table) => $this->count($table) > 0));
    }

    /** The status, and how many rows each table has. */
    public function __toString(): string
    {
        $held = $this->pointer === null ? ['closed'] : array_map(fn ($table) => "$table {$this->count($table)}", $this->tables());
        return "Result {$this->status->name}: " . implode(', ', $held);
    }

    /** What var_dump shows. */
    public function __debugInfo(): array
    {
        return $this->pointer === null ? ['status' => $this->status] : $this->json() + ['status' => $this->status];
    }

    /** Rows of a table; 0 if the answer has none such. */
    public function count(string $table): int
    {
        return $this->library->bo_result_rows($this->open(), self::table($table)[0]);
    }

    /**
     * One value a row: int, bool, string, or of json columns what the text holds (null where it is empty).
     *
     * @return list<mixed>
     */
    public function column(string $table, string $name): array
    {
        [$number, $kind] = self::table($table)[1][$name] ?? throw BackorderException::refusal(Status::ARGUMENT,
            "table $table has no column $name", ['table' => $table, 'column' => $name]);
        $rows = $this->count($table);
        return match ($kind) {
            'integer' => $this->integers($number, $rows),
            'flag' => array_map(boolval(...), $this->integers($number, $rows)),
            'text' => $this->texts($number, $rows),
            'json' => array_map(fn ($text) => $text === '' ? null : json_decode($text, true), $this->texts($number, $rows)),
        };
    }

    /**
     * A table as one array a row.
     *
     * @return list<array<string, mixed>>
     */
    public function rows(string $table): array
    {
        $names = array_keys(self::table($table)[1]);
        $columns = array_map(fn ($name) => $this->column($table, $name), $names);
        return array_map(fn (...$values) => array_combine($names, $values), ...$columns);
    }

    /**
     * The whole answer as the JSON interface gives it.
     *
     * @return array<string, mixed>
     */
    public function json(): array
    {
        return json_decode($this->library->bo_result_json($this->open(), null), true, flags: JSON_THROW_ON_ERROR);
    }

    /** @return list<int> */
    private function integers(int $column, int $rows): array
    {
        $values = $rows ? $this->library->bo_result_int64($this->open(), $column) : null;
        return $values === null ? [] : array_values(unpack('q*', \FFI::string($this->library->cast('char *', $values), 8 * $rows)));
    }

    /** @return list<string> */
    private function texts(int $column, int $rows): array
    {
        $offsets = $this->library->new('const uint64_t *');
        $start = $rows ? $this->library->bo_result_text($this->open(), $column, \FFI::addr($offsets)) : null;
        if ($start === null) {
            return [];
        }
        $bounds = array_values(unpack('P*', \FFI::string($this->library->cast('char *', $offsets), 8 * ($rows + 1))));
        $whole = \FFI::string($start, $bounds[$rows]);
        return array_map(fn ($first, $last) => substr($whole, $first, $last - $first), array_slice($bounds, 0, -1), array_slice($bounds, 1));
    }

    private static function table(string $table): array
    {
        return Abi::TABLES[$table] ?? throw BackorderException::refusal(Status::ARGUMENT, "no table $table", ['table' => $table]);
    }

    private function open(): \FFI\CData
    {
        return $this->pointer ?? throw BackorderException::refusal(Status::CLOSED, 'the result is closed');
    }

    /** @internal A result, or throws what went wrong. A batch of which some items were done is a result. */
    public static function answer(\FFI $library, int $status, \FFI\CData $result, \FFI\CData $error): self
    {
        $given = \FFI::isNull($result) ? null : new self($library, $status, $result);
        if ($given === null || $status !== Status::OK->value && $status !== Status::SOME_REFUSED->value) {
            throw BackorderException::take($library, $status, $error, $given);
        }
        $library->bo_error_free($error);
        return $given;
    }
}
