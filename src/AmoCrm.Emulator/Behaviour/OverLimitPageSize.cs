namespace AmoCrm.Emulator;

/// <summary>What a <c>limit</c> above a list's maximum does.</summary>
public enum OverLimitPageSize
{
    /// <summary>The page holds 50, as seen in the wild.</summary>
    FallBackTo50,

    /// <summary>The page holds the maximum.</summary>
    Clamp,

    /// <summary>400.</summary>
    BadRequest,
}
