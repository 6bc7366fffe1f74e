namespace AmoCrm.Emulator;

/// <summary>The answer for an object that is not there.</summary>
public enum MissingObjectAnswer
{
    /// <summary>204 without a body.</summary>
    NoContent,

    /// <summary>404 problem JSON.</summary>
    NotFound,
}
