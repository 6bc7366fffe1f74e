global using System.Globalization;
global using System.Text.Json.Nodes;
global using AmoCrm.Emulator.Accounts;
global using AmoCrm.Emulator.CustomFields;
global using AmoCrm.Emulator.Entities;
global using AmoCrm.Emulator.Events;
global using AmoCrm.Emulator.Http;
global using AmoCrm.Emulator.Links;
global using AmoCrm.Emulator.Validation;
#if NET9_0_OR_GREATER
global using SyncRoot = System.Threading.Lock;
#else
global using SyncRoot = System.Object;
#endif
