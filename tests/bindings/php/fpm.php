<?php
// A PHP-FPM with one worker that has preloaded the package, as packaging/README.md wires it, asked by cgi-fcgi.
declare(strict_types=1);

final class Fpm
{
    private string $folder;

    /** @var resource */
    private $master;

    public function __construct()
    {
        $this->folder = sys_get_temp_dir() . '/bofpm' . getmypid();
        mkdir($this->folder);
        file_put_contents("$this->folder/fpm.conf", $this->configuration());
        $command = [self::program(), '--nodaemonize', '--fpm-config', "$this->folder/fpm.conf", ...(posix_geteuid() === 0 ? ['-R'] : [])];
        foreach (['opcache.enable' => '1', 'opcache.preload' => dirname(__DIR__, 3) . '/abi/bindings/php/preload.php', 'ffi.enable' => 'preload',
            'opcache.preload_user' => self::user(), 'memory_limit' => '32M', 'display_errors' => '1', 'log_errors' => '0'] as $name => $value) {
            array_push($command, '-d', "$name=$value");
        }
        $silent = ['file', '/dev/null', 'w'];
        $this->master = proc_open($command, [1 => $silent, 2 => $silent], $pipes);
        for ($tries = 0; $tries < 200 && !file_exists("$this->folder/socket"); ++$tries) {
            usleep(50000);
        }
    }

    public function __destruct()
    {
        proc_terminate($this->master);
        proc_close($this->master);
        array_map(unlink(...), glob("$this->folder/*"));
        rmdir($this->folder);
    }

    /** What the script answers to a request with these variables. */
    public function ask(string $script, array $variables): string
    {
        $environment = ['SCRIPT_FILENAME' => $script, 'REQUEST_METHOD' => 'GET', 'PATH' => getenv('PATH')] + $variables;
        $asking = proc_open(['cgi-fcgi', '-bind', '-connect', "$this->folder/socket"], [1 => ['pipe', 'w']], $pipes, null, $environment);
        $answer = stream_get_contents($pipes[1]);
        proc_close($asking);
        return explode("\r\n\r\n", $answer, 2)[1] ?? $answer;
    }

    /** What the worker holds: its process, its open descriptors, its threads. */
    public function worker(): array
    {
        $master = proc_get_status($this->master)['pid'];
        $worker = (int) trim(file_get_contents("/proc/$master/task/$master/children"));
        $entries = fn (string $what) => count(scandir("/proc/$worker/$what")) - 2;
        return ['process' => $worker, 'descriptors' => $entries('fd'), 'threads' => $entries('task')];
    }

    private function configuration(): string
    {
        $as = posix_geteuid() === 0 ? "user = root\ngroup = root\n" : '';
        return "[global]\nerror_log = $this->folder/log\n[shop]\n{$as}listen = $this->folder/socket\npm = static\npm.max_children = 1\nclear_env = no\n";
    }

    private static function user(): string
    {
        return posix_getpwuid(posix_geteuid())['name'];
    }

    private static function program(): string
    {
        foreach (['php-fpm', 'php-fpm' . PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION] as $name) {
            foreach (explode(':', getenv('PATH') . ':/usr/sbin') as $folder) {
                if (is_executable("$folder/$name")) {
                    return "$folder/$name";
                }
            }
        }
        throw new Exception('there is no php-fpm');
    }
}
