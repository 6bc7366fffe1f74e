namespace AmoCrm.Sdk.Hosting;

/// <summary>How often the tokens of idle agents are looked after.</summary>
public sealed class AmoCrmKeepAliveOptions
{
    /// <summary>How often the agents of the store are looked at. Each time differs by up to a tenth, so that processes do not keep step.</summary>
    /// <value>By default 6 hours; from 1 minute to 7 days. The first time is within a minute of the start.</value>
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How old a pair of tokens may become before it is refreshed. A refresh token lives for three months.</summary>
    /// <value>By default 30 days; from 1 to 75. Pairs of agents that are in use are younger than a day, so that nothing is done about them.</value>
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromDays(30);
}
