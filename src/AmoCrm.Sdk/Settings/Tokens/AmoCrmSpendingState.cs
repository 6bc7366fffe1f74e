namespace AmoCrm.Sdk;

/// <summary>What became of a refresh token that was sent.</summary>
public enum AmoCrmSpendingState
{
    /// <summary>It is under way; or, when the lease has ended, nobody lived to say. In documents <c>pending</c>.</summary>
    Pending,

    /// <summary>It was sent and no answer came, or none that could be read: it may be spent. In documents <c>outcome_unknown</c>.</summary>
    OutcomeUnknown,

    /// <summary>amoCRM refused it: it is of no use any more. In documents <c>refused</c>.</summary>
    Refused,
}
