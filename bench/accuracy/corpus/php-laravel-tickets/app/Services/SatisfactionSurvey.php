<?php

namespace App\Services;

class SatisfactionSurvey
{
}
