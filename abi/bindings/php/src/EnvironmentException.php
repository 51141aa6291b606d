<?php
declare(strict_types=1);

namespace Backorder;

/** 3xx: database, time or memory. */
final class EnvironmentException extends BackorderException
{
}
