using StackExchange.Redis;

namespace AmoCrm.Sdk.Redis.Scripts;

/// <summary>What one permit is called on the server, from the first question until it is over.</summary>
/// <param name="keys">Where its places are.</param>
/// <param name="priority">Its lane.</param>
internal sealed class Ticket(LimitKeys keys, AmoCrmPriority priority)
{
    public LimitKeys Keys => keys;

    public AmoCrmPriority Priority => priority;

    public RedisValue Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>When it was told to come again, if it is a bulk permit; else 0. The script goes by the same rule: one that is held up by less than the pace keeps its turn.</summary>
    public long Told { get; private set; }

    public void Heard(Decision decision, long pace)
    {
        if (priority == AmoCrmPriority.Bulk && !decision.IsGiven && (Told == 0 || decision.At >= Told + pace))
        {
            Told = decision.At;
        }
    }
}
