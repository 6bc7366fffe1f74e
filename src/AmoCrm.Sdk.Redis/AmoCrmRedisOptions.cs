namespace AmoCrm.Sdk.Redis;

/// <summary>How processes keep amoCRM's limits together over Redis, and what they do without it. All processes of an account need the same <see cref="KeyPrefix"/> and <see cref="RateLimit"/>.</summary>
public sealed class AmoCrmRedisOptions
{
    /// <summary>What the names of all keys begin with.</summary>
    /// <value>By default <c>amocrm:limit:</c>.</value>
    public string KeyPrefix { get; set; } = "amocrm:limit:";

    /// <summary>The limits.</summary>
    /// <value>By default amoCRM's.</value>
    public AmoCrmRateLimitOptions RateLimit { get; set; } = new();

    /// <summary>How long Redis may take to decide about a request. After that the limits are kept without it.</summary>
    /// <value>By default 500 milliseconds.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Which part of the limits is this process's own while Redis cannot be reached: 0.25 where four processes run.</summary>
    /// <value>By default one by the number of processes that Redis knew of. A process that starts without Redis knows of none, and takes itself for the only one.</value>
    public double? FallbackShare { get; set; }

    /// <summary>How long a process is one of those that share the limits after it was seen last.</summary>
    /// <value>By default 30 seconds.</value>
    public TimeSpan ParticipantsWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Checks the options.</summary>
    /// <exception cref="AmoCrmConfigurationException">Some are not allowed; the message names all of them.</exception>
    public void Validate()
    {
        var problems = AmoCrmRedisOptionsValidator.ProblemsOf(this);
        if (problems.Count > 0)
        {
            throw new AmoCrmConfigurationException(string.Join(' ', problems));
        }
    }

    internal AmoCrmRedisOptions Copy() => (AmoCrmRedisOptions)MemberwiseClone();
}
