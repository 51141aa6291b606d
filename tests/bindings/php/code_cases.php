<?php
// The cases that take code: one function each, by the case's name.
declare(strict_types=1);

use Backorder\Backorder;
use Backorder\BackorderException;
use Backorder\Call;
use Backorder\LibraryException;
use Backorder\Order;
use Backorder\OrderLine;
use Backorder\Permission;
use Backorder\Policy;
use Backorder\PolicyItem;
use Backorder\Product;
use Backorder\Receipt;
use Backorder\Status;
use Backorder\ThresholdItem;
use Backorder\Token;
use Backorder\TransferItem;
use Backorder\Variant;
use Backorder\Warehouse;

const LINE = ['line' => '1', 'variant' => 'red', 'quantity' => 1];

final class World
{
    public readonly Backorder $shop;

    public function __construct(public readonly array $handles, public readonly array $urls, public readonly array $libraries)
    {
        $this->shop = $handles['shop'];
    }
}

function host(): Call
{
    return Call::host('code');
}

function refused(Status $status, Closure $ask, string $kind = BackorderException::class): BackorderException
{
    try {
        $ask();
    } catch (BackorderException $error) {
        require_that($error instanceof $kind && $error->status === $status, "not $status->name but " . $error::class . ": {$error->getMessage()}");
        return $error;
    }
    throw new Exception("not refused with $status->name");
}

/** A marketplace that can sell exactly on_hand + threshold units of red; its host's call. */
function stocked(World $world, string $marketplace, int $on_hand, int $threshold): Call
{
    [$shop, $operator, $host] = [$world->shop, Call::operator($marketplace, 15), Call::host($marketplace)];
    $shop->warehouseUpsert($host->withKey('w'), [['warehouse' => 'north']]);
    $shop->catalogUpsert($host->withKey('c'), [['product' => 'shirt', 'seller' => 'acme']], [['variant' => 'red', 'product' => 'shirt']]);
    $shop->settingsSet($operator->withKey('s'), true);
    $shop->policySet($operator->withKey('p'), [['variant' => 'red', 'policy' => Policy::ALLOW]]);
    $shop->thresholdSet($operator->withKey('t'), [['variant' => 'red', 'warehouse' => 'north', 'threshold' => $threshold]]);
    $shop->receive($operator->withKey('r'), [['variant' => 'red', 'warehouse' => 'north', 'quantity' => $on_hand]]);
    return $host;
}

function sells(Backorder $shop, Call $host, string $order): bool
{
    try {
        $shop->place($host, $order, [LINE]);
        return true;
    } catch (BackorderException $error) {
        require_that($error->status === Status::SHORTAGE, $error->getMessage());
        return false;
    }
}

/** A forked worker, as PHP-FPM has them; it ends with what the code returns. */
function worker(Closure $code): int
{
    $worker = pcntl_fork();
    if ($worker !== 0) {
        return $worker;
    }
    try {
        $status = $code();
    } catch (Throwable $problem) {
        fwrite(STDERR, "$problem\n");
        $status = 255;
    }
    exit($status);
}

function exit_status(int $worker): int
{
    pcntl_waitpid($worker, $status);
    require_that(pcntl_wifexited($status), "a worker was killed by signal " . pcntl_wtermsig($status));
    return pcntl_wexitstatus($status);
}

function thirty_two_callers_at_once_sell_exactly_what_there_is(World $world): void
{
    $host = stocked($world, 'thirty-two', 40, 23);
    $workers = [];
    foreach (range(1, 32) as $number) {
        $workers[] = worker(function () use ($world, $host, $number) {
            $shop = Backorder::open($world->urls['shop'], ['pool_size' => 2, 'lanes' => 1, 'default_timeout_ms' => 60000]);
            return array_sum(array_map(fn ($order) => (int) sells($shop, $host, "order-$number-$order"), range(1, 4)));
        });
    }
    $sold = array_sum(array_map(exit_status(...), $workers));
    require_that($sold === 63, "sold $sold");
    require_that($world->shop->verify($host)->column('verify', 'differences') === [0], 'differences');
}

function a_call_that_waits_can_be_cancelled(World $world): void
{
    [$token, $begun] = [new Token(), microtime(true)];
    $pending = $world->handles['silent']->submitting()->verify(host()->withToken($token)->withTimeout(20000));
    usleep(200000);
    $token->cancel();
    refused(Status::CANCELLED, fn () => $pending->wait());
    require_that(microtime(true) - $begun < 10, 'it took its time');
}

function a_closed_handle_is_refused(World $world): void
{
    $handle = Backorder::open($world->urls['empty']);
    $handle->close();
    $handle->close();
    refused(Status::CLOSED, fn () => $handle->verify(host()));
    refused(Status::CLOSED, fn () => $handle->place(host(), 'o', [LINE]));
    refused(Status::CLOSED, fn () => $handle->logs());
    refused(Status::CLOSED, fn () => $handle->submitting()->verify(host()));
}

function a_result_tells_its_tables(World $world): void
{
    $placed = $world->shop->place(stocked($world, 'tables', 1, 1), 'o', [['quantity' => 2] + LINE]);
    require_that($placed->tables() === ['order', 'lines', 'parts'], shown($placed->tables()));
    require_that("$placed" === 'Result OK: order 1, lines 1, parts 1', "$placed");
    require_that(str_contains(print_r($placed, true), '[allocated] => 1'), print_r($placed, true));
    $placed->close();
    require_that("$placed" === 'Result OK: closed', "$placed");
}

function descriptors(): int
{
    return count(scandir('/proc/self/fd'));
}

function a_handle_nobody_holds_is_closed(World $world): void
{
    $before = descriptors();
    $handle = Backorder::open($world->urls['shop']);
    $handle->settingsGet(host());
    require_that(descriptors() > $before, 'an open handle has descriptors');
    unset($handle);
    require_that(descriptors() <= $before, descriptors() . " descriptors, $before before");
}

function a_closed_result_is_refused(World $world): void
{
    $result = $world->shop->settingsGet(host());
    require_that($result->count('settings') === 1, 'one row');
    $result->close();
    $result->close();
    refused(Status::CLOSED, fn () => $result->column('settings', 'before'));
    refused(Status::CLOSED, fn () => $result->json());
}

function a_configuration_that_cannot_be_is_refused(World $world): void
{
    refused(Status::CONFIG, fn () => Backorder::open('postgresql:///x', ['pool_size' => 0]));
    refused(Status::CONFIG, fn () => Backorder::open('postgresql:///x', pool_size: 0));
    refused(Status::UNKNOWN_MEMBER, fn () => Backorder::open('postgresql:///x', ['colour' => 'red']));
    foreach ([fn () => Backorder::open('postgresql:///x', pol_size: 3), fn () => Backorder::open('postgresql:///x', pool_size: '3')] as $wrong) {
        try {
            $wrong();
        } catch (Error) {
            continue;
        }
        throw new Exception('it was taken');
    }
    refused(Status::JSON, fn () => Backorder::open('postgresql:///x', ['schema' => NAN]));
}

function wrong_types_are_refused(World $world): void
{
    [$shop, $host, $operator] = [$world->shop, host(), Call::operator('code', Permission::MANAGE_INVENTORY)->withKey('k')];
    $wrong = [
        fn () => $shop->place('host', 'o', [LINE]),
        fn () => $shop->place($host, 7, [LINE]),
        fn () => $shop->place($host, 'o', 'lines'),
        fn () => $shop->place($host, 'o', [7]),
        fn () => $shop->place($host, 'o', [['quantity' => '1'] + LINE]),
        fn () => $shop->place($host, 'o', [['quantity' => 1.5] + LINE]),
        fn () => $shop->place($host, 'o', [['quantity' => PHP_INT_MAX + 1] + LINE]),
        fn () => $shop->place($host, 'o', [['decline_backorder' => 1] + LINE]),
        fn () => $shop->policySet($operator, [['variant' => 'red', 'policy' => 'perhaps']]),
        fn () => $shop->settingsSet($operator, 'yes'),
        fn () => $shop->events($host, 'mail', limit: 'all'),
        fn () => $shop->settingsGet($host->withToken('token')),
        fn () => $shop->settingsGet($host->withTimeout('soon')),
        fn () => $shop->settingsGet($host)->column('settings', 'colour'),
    ];
    foreach ($wrong as $ask) {
        require_that(refused(Status::ARGUMENT, $ask)->details !== [], 'details');
    }
    refused(Status::UNKNOWN_MEMBER, fn () => $shop->place($host, 'o', [['colour' => 'red'] + LINE]));
    refused(Status::TEXT, fn () => $shop->place($host, "\xed\xa0\x80", [LINE]));
    refused(Status::JSON, fn () => $shop->json($host, 'verify', ['x' => NAN]));
}

function a_missing_library_is_an_error(World $world): void
{
    refused(Status::ABI_VERSION, fn () => Backorder::open('', library: $world->libraries['missing']), LibraryException::class);
    refused(Status::ABI_VERSION, fn () => Backorder::open('', library: 'libc.so.6'), LibraryException::class);
}

function other_library(string $path, string $found): void
{
    $error = refused(Status::ABI_VERSION, fn () => Backorder::open('', library: $path), LibraryException::class);
    require_that($error->details[0]['found'] === $found, shown($error->details));
}

function a_library_too_old_is_an_error(World $world): void
{
    other_library($world->libraries['too_old'], '1.0.0');
}

function a_library_too_new_is_an_error(World $world): void
{
    other_library($world->libraries['too_new'], '2.0.0');
}

function a_forked_worker_opens_its_own_handle(World $world): void
{
    $host = stocked($world, 'fork', 2, 0);
    $worker = worker(function () use ($world, $host) {
        refused(Status::FORKED, fn () => $world->shop->verify($host));
        refused(Status::FORKED, fn () => $world->shop->submitting()->verify($host));
        return sells(Backorder::open($world->urls['shop']), $host, 'worker') ? 1 : 0;
    });
    require_that(exit_status($worker) === 1, 'the worker sold nothing');
    require_that($world->shop->place($host, 'parent', [LINE])->column('lines', 'allocated') === [1], 'the parent sold nothing');
}

function submitted_calls_are_answered_in_any_order(World $world): void
{
    $host = stocked($world, 'submitting', 30, 0);
    $submitting = $world->shop->submitting();
    $asked = array_map(fn ($number) => $submitting->place($host, "order-$number", [LINE]), range(1, 40));
    unset($submitting);
    $sold = 0;
    foreach (array_reverse($asked) as $pending) {
        try {
            $sold += $pending->wait()->column('lines', 'allocated')[0];
        } catch (BackorderException $error) {
            require_that($error->status === Status::SHORTAGE, $error->getMessage());
        }
    }
    require_that($sold === 30, "sold $sold");
}

function calls_nobody_waits_for_are_made_all_the_same(World $world): void
{
    $host = stocked($world, 'unheard', 2, 0);
    $world->shop->submitting()->place($host->withToken(new Token()), 'unheard', [LINE]);
    require_that($world->shop->order($host, 'unheard')->column('lines', 'allocated') === [1], 'it was not made');
}

/** PHP's own web server, which keeps FFI to preloaded files as PHP-FPM does; calls with its address once it listens. */
function with_preloading_server(string $script, Closure $ask): void
{
    $address = '127.0.0.1:' . random_int(20000, 32000);
    $package = __DIR__ . '/../../../abi/bindings/php/preload.php';
    $user = posix_getpwuid(posix_geteuid())['name'];
    $settings = ['opcache.enable=1', 'opcache.enable_cli=1', "opcache.preload=$package", "opcache.preload_user=$user", 'ffi.enable=preload'];
    $options = array_merge(...array_map(fn ($setting) => ['-d', $setting], $settings));
    $silent = ['file', '/dev/null', 'w'];
    $server = proc_open([PHP_BINARY, ...$options, '-S', $address, $script], [1 => $silent, 2 => $silent], $pipes);
    try {
        for ($tries = 0; $tries < 100 && !@stream_socket_client("tcp://$address"); ++$tries) {
            usleep(100000);
        }
        $ask("http://$address/");
    } finally {
        proc_terminate($server);
        proc_close($server);
    }
}

function preloaded_it_works_where_ffi_is_for_preloaded_files_alone(World $world): void
{
    with_preloading_server(__DIR__ . '/preloaded.php', function (string $url) use ($world) {
        foreach (range(1, 2) as $request) {
            $answer = file_get_contents($url . '?' . http_build_query(['database' => $world->urls['shop']]));
            require_that($answer === '{"ffi":"refused","settings":1}', "answered $answer");
        }
    });
}

/** How many connections the server has of this program. */
function connections(string $database): int
{
    return (int) exec('psql -XAtc ' . escapeshellarg("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'fatal'") . ' ' . escapeshellarg($database));
}

/** What the worker holds and the server sees of it, once that is as wanted, or after some seconds. */
function held(Fpm $fpm, string $database, ?array $wanted = null): array
{
    for ($tries = 0;; ++$tries) {
        $held = $fpm->worker() + ['connections' => connections($database)];
        if ($wanted === null || $held === $wanted || $tries === 50) {
            return $held;
        }
        usleep(100000);
    }
}

function a_request_that_ends_in_a_fatal_error_leaves_nothing_in_its_worker(World $world): void
{
    [$fpm, $script] = [new Fpm(), __DIR__ . '/fatal.php'];
    $variables = ['SHOP_DATABASE' => $world->urls['shop'] . '&application_name=fatal'];
    require_that(str_ends_with($fpm->ask($script, ['ENDING' => 'well'] + $variables), 'well'), 'the first request was answered');
    $before = held($fpm, $world->urls['shop']);
    require_that($before['connections'] === 0, 'a request that ended well left a connection');
    $fatal = ['memory' => 'Allowed memory size', 'crumbs' => 'Allowed memory size', 'error' => 'the host gave up', 'exception' => 'nobody caught it'];
    foreach ([...array_fill(0, 11, $fatal), ['time' => 'Maximum execution time'], ['time' => 'Maximum execution time'],
        ['time' => 'Maximum execution time'], ['time' => 'Maximum execution time']] as $endings) {
        foreach ($endings as $ending => $said) {
            $answer = $fpm->ask($script, ['ENDING' => $ending] + $variables);
            require_that(str_contains($answer, $said), "$ending: $answer");
        }
    }
    $after = held($fpm, $world->urls['shop'], $before);
    require_that($after === $before, shown($after) . ' after, ' . shown($before) . ' before');
}

function items_are_typed_objects_too(World $world): void
{
    [$shop, $host, $operator] = [$world->shop, Call::host('typed'), Call::operator('typed', 15)];
    $shop->warehouseUpsert($host->withKey('w'), [new Warehouse('north'), new Warehouse('south', priority: 2)]);
    $shop->catalogUpsert($host->withKey('c'), [new Product('shirt', seller: 'acme')], [new Variant('red', product: 'shirt')]);
    $shop->settingsSet($operator->withKey('s'), true);
    $shop->policySet($operator->withKey('p'), [new PolicyItem(Policy::ALLOW, product: 'shirt')]);
    $shop->thresholdSet($operator->withKey('t'), [new ThresholdItem('north', variant: 'red', threshold: 2)]);
    $shop->receive($operator->withKey('r'), [new Receipt('red', 'north', 3)]);
    $shop->transfer($operator->withKey('m'), [new TransferItem('red', from: 'north', to: 'south', quantity: 1)]);
    $placed = $shop->placeBatch($host, [new Order('o', [new OrderLine('1', 'red', 4)], warehouses: ['south'])]);
    require_that($placed->column('placed_parts', 'warehouse') === ['north', 'south'], shown($placed->json()));
    $wrong = [fn () => new OrderLine('1', varient: 'red', quantity: 1), fn () => new OrderLine('1', 'red', '2'), fn () => new OrderLine('1', 'red')];
    foreach ($wrong as $make) {
        try {
            $make();
        } catch (Error) {
            continue;
        }
        throw new Exception('it was taken');
    }
}

function a_signal_handler_runs_while_an_answer_is_waited_for(World $world): void
{
    $token = new Token();
    $pending = $world->handles['silent']->submitting()->verify(host()->withToken($token)->withTimeout(20000));
    pcntl_async_signals(true);
    pcntl_signal(SIGALRM, fn () => throw new DomainException('enough'));
    pcntl_alarm(1);
    $begun = microtime(true);
    try {
        $pending->wait();
        throw new Exception('it was answered');
    } catch (DomainException) {
        require_that(microtime(true) - $begun < 3, 'it took its time');
    } finally {
        pcntl_async_signals(false);
    }
    $token->cancel();
    refused(Status::CANCELLED, fn () => $pending->wait());
}
