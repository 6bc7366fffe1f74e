namespace AmoCrm.Emulator;

/// <summary>Which forms of list filters the event log understands.</summary>
public enum EventFilterForms
{
    /// <summary><c>filter[type][]=a</c> and <c>filter[type]=a,b</c>.</summary>
    Both,

    /// <summary><c>filter[type][]=a</c> only.</summary>
    BracketsOnly,

    /// <summary><c>filter[type]=a,b</c> only.</summary>
    CommaOnly,
}
