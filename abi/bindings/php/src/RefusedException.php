<?php
declare(strict_types=1);

namespace Backorder;

/** 2xx: the domain says no. */
final class RefusedException extends BackorderException
{
}
