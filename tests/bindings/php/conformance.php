<?php
// One case of the plan: every step is asked and its answer compared.
declare(strict_types=1);

use Backorder\Backorder;
use Backorder\BackorderException;
use Backorder\Call;
use Backorder\Permission;
use Backorder\Result;
use Backorder\Retry;
use Backorder\Role;

function require_that(bool $holds, string $else): void
{
    $holds || throw new Exception($else);
}

function shown(mixed $value): string
{
    return json_encode($value, JSON_UNESCAPED_UNICODE);
}

/** 64-bit integers and kept texts in a request or an expectation. */
function native(mixed $value, array $kept): mixed
{
    if (is_array($value)) {
        return array_keys($value) === ['int64'] ? (int) $value['int64'] : array_map(fn ($each) => native($each, $kept), $value);
    }
    return is_string($value) ? $kept[$value] ?? $value : $value;
}

function call_of(array $step, string $marketplace): Call
{
    $as = $step['as'];
    $permissions = array_reduce($as['permissions'], fn ($sum, $name) => $sum | constant(Permission::class . "::$name"), 0);
    return new Call($marketplace, constant(Role::class . '::' . strtoupper($as['role'])), $as['seller'], $permissions,
        idempotency_key: $step['key'], timeout_ms: $step['timeout_ms']);
}

function ask(Backorder $handle, string $door, Call $call, string $operation, array $request): Result
{
    $method = lcfirst(str_replace('_', '', ucwords($operation, '_')));
    return $door === 'json' ? $handle->json($call, $operation, $request) : $handle->$method($call, ...$request);
}

/** The first member that is not as wanted, or ''. */
function differs(array $wanted, array $found): string
{
    foreach ($wanted as $name => $value) {
        if (($found[$name] ?? null) !== $value) {
            return "$name is " . shown($found[$name] ?? null) . ', not ' . shown($value);
        }
    }
    return '';
}

function check_rows(string $what, array $wanted, array $found): void
{
    require_that(count($found) === count($wanted), "$what has " . count($found) . ' rows, not ' . count($wanted));
    foreach ($wanted as $number => $expected) {
        require_that(differs($expected, $found[$number]) === '', "{$what}[$number]." . differs($expected, $found[$number]));
    }
}

function check_result(array $expect, Result $result): void
{
    foreach ($expect['rows'] ?? [] as $table => $wanted) {
        check_rows($table, $wanted, $result->rows($table));
    }
    foreach ($expect['counts'] ?? [] as $table => $wanted) {
        require_that($result->count($table) === $wanted, "$table has {$result->count($table)} rows, not $wanted");
    }
    foreach ($expect['last'] ?? [] as $table => $wanted) {
        check_rows("the end of $table", [$wanted], array_slice($result->rows($table), -1));
    }
    foreach ($expect['has'] ?? [] as $table => $all) {
        foreach ($all as $wanted) {
            $like = array_filter($result->rows($table), fn ($row) => differs($wanted, $row) === '');
            require_that($like !== [], "$table has no " . shown($wanted));
        }
    }
    require_that(($expect['replayed'] ?? $result->replayed()) === $result->replayed(), 'replayed is ' . shown($result->replayed()));
}

function run_step(array $step, array $case, array $handles, array &$kept): void
{
    $expect = native($step['expect'], $kept);
    $error = null;
    try {
        $call = call_of($step, $case['marketplace']);
        $result = ask($handles[$step['handle']], $case['door'], $call, $step['call'], native($step['request'], $kept));
    } catch (BackorderException $error) {
        $result = $error->result;
    }
    $status = ($error ?? $result)->status->name;
    require_that($status === $expect['status'], "$status, not {$expect['status']}: {$error?->getMessage()}");
    if (isset($expect['details'])) {
        check_rows('details', $expect['details'], $error->details);
    }
    require_that(!isset($expect['retry']) || $error->retry === constant(Retry::class . "::{$expect['retry']}"), 'retry');
    if ($result !== null) {
        check_result($expect, $result);
    } else {
        require_that(!array_intersect(array_keys($expect), ['rows', 'counts', 'last', 'has', 'replayed']), 'no result');
    }
    foreach ($step['keep'] as $name => [$table, $column]) {
        $kept["\$$name"] = $result->column($table, $column)[0];
    }
}

function run_case(array $case, array $handles): void
{
    $kept = [];
    foreach ($case['steps'] as $number => $step) {
        try {
            run_step($step, $case, $handles, $kept);
        } catch (Exception $problem) {
            throw new Exception("step $number, {$step['call']}: {$problem->getMessage()}", previous: $problem);
        }
    }
}
