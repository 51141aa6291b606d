<?php
// A checkout under PHP-FPM: POST /orders/ID with the order's lines as JSON. The binding is preloaded by fpm.ini.
declare(strict_types=1);

use Backorder\{Backorder, BackorderException, Call, CallerException, EnvironmentException, InDoubtException, RefusedException};

/** A handle a request, of one connection: a request asks one thing at a time. */
function place(string $order, mixed $lines): array
{
    $shop = Backorder::open(getenv('BACKORDER_DATABASE'), ['pool_size' => 1, 'default_timeout_ms' => 4000]);
    try {
        $placed = $shop->place(Call::host(getenv('BACKORDER_MARKETPLACE')), $order, $lines);
        return ['allocated' => array_sum($placed->column('lines', 'allocated')), 'waiting' => array_sum($placed->column('lines', 'waiting'))];
    } finally {
        $shop->close();
    }
}

/** 503 in both its meanings asks for the same order again: a repetition finds what became of the first. */
function http(BackorderException $error): int
{
    return match (true) {
        $error instanceof CallerException => 400,
        $error instanceof RefusedException => 409,
        $error instanceof EnvironmentException, $error instanceof InDoubtException => 503,
        default => 500,
    };
}

function answer(): array
{
    if ($_SERVER['REQUEST_METHOD'] !== 'POST' || !preg_match('~^/orders/([^/]+)$~D', $_SERVER['REQUEST_URI'], $found)) {
        return [404, []];
    }
    try {
        return [200, place(rawurldecode($found[1]), json_decode(file_get_contents('php://input'), true, flags: JSON_THROW_ON_ERROR))];
    } catch (JsonException) {
        return [400, ['status' => 'JSON']];
    } catch (BackorderException $error) {
        return [http($error), ['status' => $error->status->name, 'details' => $error->details]];
    }
}

[$status, $body] = answer();
http_response_code($status);
header('Content-Type: application/json');
if ($status === 503) {
    header('Retry-After: 1');
}
echo json_encode($body);
