namespace AmoCrm.Emulator.Validation;

/// <summary>The JSON kinds that a member may have.</summary>
internal enum ShapeKind
{
    Any,
    Int,
    Number,
    Text,
    Flag,
    IntOrText,
    TextOrNumber,
    Choice,
    List,
    Object,
}
