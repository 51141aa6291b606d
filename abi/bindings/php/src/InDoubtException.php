<?php
declare(strict_types=1);

namespace Backorder;

/** 4xx: whether it was done is not known. Repeat it with the same key. */
final class InDoubtException extends BackorderException
{
}
