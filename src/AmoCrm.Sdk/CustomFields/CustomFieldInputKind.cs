namespace AmoCrm.Sdk;

/// <summary>What one item of a <see cref="CustomFieldInputValue"/> is.</summary>
internal enum CustomFieldInputKind
{
    Text,
    Number,
    Flag,
    Time,

    /// <summary>A choice by the text that people see.</summary>
    EnumText,
    EnumId,
    EnumCode,

    /// <summary>A text and the code of its label.</summary>
    Multitext,

    /// <summary>A value object in amoCRM's own form.</summary>
    Raw,
}
